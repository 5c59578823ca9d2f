import { type EnterpriseView, enterpriseMode } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeEnterpriseMode } from '../../api/fleet.js';
import { usePermission } from '../../api/use-session.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { ModeHistory } from './mode-history.js';

export interface ModeDialogProps {
  readonly enterprise: EnterpriseView;
  readonly onClose: () => void;
}

interface Fields {
  readonly mode: EnterpriseView['mode'];
  readonly reason: string;
}

/** Changes the mode from now on, with its reason; below, how it came to be what it is. */
export function ModeDialog({ enterprise, onClose }: ModeDialogProps) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const mayChange = usePermission('enterprises.manage');
  const [form] = Form.useForm<Fields>();
  const change = useMutation({
    mutationFn: ({ mode, reason }: Fields) =>
      changeEnterpriseMode(enterprise, { mode, reason: reason.trim() }),
    onSuccess: () => {
      void message.success(t('modes.saved'));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['city'] }),
  });
  return (
    <Modal
      open
      title={t('modes.title', { name: enterprise.name })}
      okText={t('modes.change')}
      cancelText={shared('action.cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
      {...(!mayChange && { footer: null })}
    >
      {mayChange && (
        <Form<Fields>
          form={form}
          layout="vertical"
          data-testid="mode-form"
          initialValues={{ mode: enterprise.mode }}
          onFinish={(fields) => change.mutate(fields)}
        >
          <ModeFields />
          <RefusalNotice error={change.error} />
        </Form>
      )}
      <ModeHistory enterpriseId={enterprise.id} />
    </Modal>
  );
}

function ModeFields() {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  return (
    <>
      <Form.Item name="mode" label={t('modes.mode')} extra={t('modes.effect')}>
        <Radio.Group
          options={enterpriseMode.options.map((value) => ({
            value,
            label: shared(`enterpriseMode.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('modes.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('modes.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </>
  );
}
