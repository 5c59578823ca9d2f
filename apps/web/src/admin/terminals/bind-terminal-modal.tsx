import type { TerminalView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { bindTerminal } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { VehicleSelect } from '../lists/vehicle-select.js';

export interface TerminalModalProps {
  readonly terminal: TerminalView;
  readonly onClose: () => void;
}

/** Says which vehicle a terminal rides on. */
export function BindTerminalModal({ terminal, onClose }: TerminalModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ vehicleId: string }>();
  const bind = useMutation({
    mutationFn: (fields: { readonly vehicleId: string }) => bindTerminal(terminal.id, fields),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.terminals });
      onClose();
    },
  });
  const { phone, plateSent } = terminal;
  return (
    <Modal
      open
      title={t('terminal.bindTitle', { phone })}
      okText={t('terminal.bind')}
      cancelText={shared('action.cancel')}
      confirmLoading={bind.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('terminal.bindHint', { plate: plateSent ?? t('terminal.notSent') })}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => bind.mutate(fields)}>
        <Form.Item
          name="vehicleId"
          label={t('pass.vehicle')}
          rules={[{ required: true, message: t('pass.needed') }]}
        >
          <VehicleSelect startWith={plateSent ?? ''} />
        </Form.Item>
      </Form>
      <RefusalNotice error={bind.error} />
    </Modal>
  );
}
