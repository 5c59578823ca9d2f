import { correctDriverRequest, type DriverTrainingView, type DriverView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { correctDriver, getDriver } from '../../api/fleet.js';
import { useIsAuthority } from '../../api/use-session.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { type DescribedDriver, DriverFields } from './driver-fields.js';
import { ReasonField } from './reason-field.js';

export interface CorrectDriverModalProps {
  readonly driver: DriverTrainingView;
  readonly onClose: () => void;
}

interface Fields extends DescribedDriver {
  readonly reason: string;
}

/** Puts right what was entered of a driver; what it was stays on record. */
export function CorrectDriverModal({ driver, onClose }: CorrectDriverModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const isAuthority = useIsAuthority();
  const isExamined = driver.skill !== null || driver.safety !== null;
  const [form] = Form.useForm<Fields>();
  const found = useQuery({
    queryKey: [...LIST_KEYS.drivers, driver.driverId],
    queryFn: () => getDriver(driver.driverId),
    gcTime: 0,
  });
  const correct = useMutation({
    mutationFn: ({ seen, fields }: { readonly seen: DriverView; readonly fields: Fields }) =>
      correctDriver(seen, correctDriverRequest.parse(fields)),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.trainings });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.drivers });
      onClose();
    },
  });
  const seen = found.data;
  return (
    <Modal
      open
      title={t('training.correctTitle', { name: driver.driverName })}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ disabled: seen === undefined }}
      confirmLoading={correct.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <RefusalNotice error={found.error} />
      {seen && (
        <Form<Fields>
          form={form}
          layout="vertical"
          data-testid="correct-driver-form"
          initialValues={seen}
          onFinish={(fields) => correct.mutate({ seen, fields })}
        >
          <DriverFields isNameFixed={isExamined && !isAuthority} />
          <ReasonField />
          <RefusalNotice error={correct.error} />
        </Form>
      )}
    </Modal>
  );
}
