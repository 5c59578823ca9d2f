import {
  type AskDriverNameRequest,
  askDriverNameRequest,
  type DriverTrainingView,
} from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { askDriverName } from '../../api/driver-names.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ReasonField } from '../trainings/reason-field.js';

export interface AskNameModalProps {
  readonly driver: DriverTrainingView;
  readonly onClose: () => void;
}

/** An enterprise asks that a driver of its who was examined be called otherwise. */
export function AskNameModal({ driver, onClose }: AskNameModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<AskDriverNameRequest>();
  const ask = useMutation({
    mutationFn: (fields: AskDriverNameRequest) =>
      askDriverName(driver.driverId, askDriverNameRequest.parse(fields)),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.driverNames });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('driverName.askTitle', { name: driver.driverName })}
      okText={t('driverName.ask')}
      cancelText={shared('action.cancel')}
      confirmLoading={ask.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('driverName.askHint')}</p>
      <Form<AskDriverNameRequest>
        form={form}
        layout="vertical"
        data-testid="ask-name-form"
        onFinish={(fields) => ask.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={t('driverName.name')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('pass.needed') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <ReasonField />
        <RefusalNotice error={ask.error} />
      </Form>
    </Modal>
  );
}
