import type { JointShareView, MoveQuotaRequest } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { moveQuota } from '../../api/joint-supply.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useAfterJointChange } from './joint-queries.js';

export interface QuotaDialogProps {
  readonly share: JointShareView;
  readonly onClose: () => void;
}

/** Moves volume between the lead and a partner. */
export function QuotaDialog({ share, onClose }: QuotaDialogProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const [form] = Form.useForm<MoveQuotaRequest>();
  const after = useAfterJointChange();
  const move = useMutation({
    mutationFn: (request: MoveQuotaRequest) => moveQuota(share.id, request, share.version),
    onSuccess: () => {
      void message.success(t('joint.moved'));
      onClose();
    },
    onSettled: after,
  });
  return (
    <Modal
      open
      width={420}
      title={t('joint.moveQuotaTitle', { name: share.partnerEnterpriseName })}
      okText={shared('action.confirm')}
      cancelText={shared('action.cancel')}
      confirmLoading={move.isPending}
      okButtonProps={{ 'data-testid': 'joint-quota-confirm' }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <RefusalNotice error={move.error} />
      <p className="order-sub">{t('joint.moveQuotaHint', { m3: formatM3(share.ticketedM3) })}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ quotaM3: share.quotaM3 }}
        onFinish={(request) => move.mutate(request)}
      >
        <Form.Item name="quotaM3" label={t('joint.quota')} rules={[{ required: true }]}>
          <InputNumber min={0.5} max={20_000} step={1} autoFocus data-testid="joint-quota" />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('joint.reason')}
          rules={[{ required: true, whitespace: true, min: 2 }]}
        >
          <Input maxLength={500} data-testid="joint-quota-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
