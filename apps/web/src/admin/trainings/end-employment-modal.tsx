import { type DriverTrainingView, endEmploymentRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { endEmployment, getDriver } from '../../api/fleet.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ReasonField } from './reason-field.js';

export interface EndEmploymentModalProps {
  readonly driver: DriverTrainingView;
  readonly onClose: () => void;
}

interface Fields {
  readonly leftOn: string;
  readonly reason: string;
}

/** Lets a driver go: from then on his phones are signed out and he gets no work. */
export function EndEmploymentModal({ driver, onClose }: EndEmploymentModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const end = useMutation({
    mutationFn: async (fields: Fields) =>
      endEmployment(await getDriver(driver.driverId), endEmploymentRequest.parse(fields)),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.trainings });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.drivers });
      onClose();
    },
  });
  const today = formatDate(new Date());
  return (
    <Modal
      open
      title={t('training.endTitle', { name: driver.driverName })}
      okText={t('training.end')}
      okButtonProps={{ danger: true }}
      cancelText={shared('action.cancel')}
      confirmLoading={end.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="end-employment-form"
        initialValues={{ leftOn: today }}
        onFinish={(fields) => end.mutate(fields)}
      >
        <Form.Item>
          <Alert type="warning" showIcon title={t('training.endMeans')} />
        </Form.Item>
        <Form.Item
          name="leftOn"
          label={t('training.leftOn')}
          rules={[{ required: true, message: t('pass.needed') }]}
        >
          <Input type="date" max={today} />
        </Form.Item>
        <ReasonField />
        <RefusalNotice error={end.error} />
      </Form>
    </Modal>
  );
}
