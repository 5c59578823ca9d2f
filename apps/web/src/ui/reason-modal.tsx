import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

export interface ReasonModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly isPending?: boolean;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why, before something that is kept on record is done. */
export function ReasonModal({ title, isOpen, isPending, onReason, onCancel }: ReasonModalProps) {
  const { t } = useTranslation('shared');
  const [form] = Form.useForm<{ readonly reason: string }>();
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={t('action.confirm')}
      cancelText={t('action.cancel')}
      okButtonProps={{ 'data-testid': 'reason-confirm' }}
      confirmLoading={isPending ?? false}
      destroyOnHidden
      width={420}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <Form form={form} preserve={false} onFinish={({ reason }) => onReason(reason.trim())}>
        <Form.Item
          name="reason"
          rules={[
            { required: true, whitespace: true, min: 2, message: t('reasonPrompt.tooShort') },
          ]}
        >
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={500}
            placeholder={t('reasonPrompt.placeholder')}
            aria-label={title}
            data-testid="reason-text"
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
