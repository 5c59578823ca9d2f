import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { blockTerminal } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import type { TerminalModalProps } from './bind-terminal-modal.js';

/** Refuses a terminal from now on, or takes it back; either way with a reason. */
export function BlockTerminalModal({ terminal, onClose }: TerminalModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const isBlocked = terminal.state !== 'blocked';
  const block = useMutation({
    mutationFn: ({ reason }: { readonly reason: string }) =>
      blockTerminal(terminal.id, { isBlocked, reason }),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.terminals });
      onClose();
    },
  });
  const { phone } = terminal;
  return (
    <Modal
      open
      title={t(isBlocked ? 'terminal.blockTitle' : 'terminal.unblockTitle', { phone })}
      okText={t(isBlocked ? 'terminal.block' : 'terminal.unblock')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ danger: isBlocked }}
      confirmLoading={block.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => block.mutate(fields)}>
        <Form.Item
          name="reason"
          label={t('decision.reason')}
          rules={[
            { required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') },
          ]}
        >
          <Input.TextArea rows={3} maxLength={500} placeholder={t('decision.reasonHint')} />
        </Form.Item>
      </Form>
      <RefusalNotice error={block.error} />
    </Modal>
  );
}
