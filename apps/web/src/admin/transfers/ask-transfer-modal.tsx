import {
  type AskVehicleTransferRequest,
  askVehicleTransferRequest,
  plateColor,
} from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { askVehicleTransfer } from '../../api/vehicle-transfers.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { PlateFields } from '../registrations/plate-fields.js';

/** An enterprise asks for a vehicle that another one owns. */
export function AskTransferModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<AskVehicleTransferRequest>();
  const ask = useMutation({
    mutationFn: (fields: AskVehicleTransferRequest) =>
      askVehicleTransfer(askVehicleTransferRequest.parse(fields)),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.transfers });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('transfer.askTitle')}
      okText={t('transfer.ask')}
      cancelText={shared('action.cancel')}
      confirmLoading={ask.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('transfer.askHint')}</p>
      <Form<AskVehicleTransferRequest>
        form={form}
        layout="vertical"
        initialValues={{ plateColor: plateColor.enum.yellow }}
        onFinish={(fields) => ask.mutate(fields)}
      >
        <PlateFields />
        <Form.Item
          name="reason"
          label={t('transfer.reason')}
          rules={[
            { required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') },
          ]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <RefusalNotice error={ask.error} />
      </Form>
    </Modal>
  );
}
