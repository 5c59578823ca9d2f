import { App, Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { LastLoadFacts } from './last-load-facts.js';
import { asksFor, type Call, type CallFields, toCallRequest } from './order-call.js';
import { RefusedCalls } from './refused-calls.js';
import { useTakeCalls } from './use-take-calls.js';

export interface CallFormProps {
  readonly call: Call;
  readonly orderIds: readonly string[];
  readonly onClose: () => void;
}

const SHOWN = 4;

/** Who called, and what about. */
export function CallForm({ call, orderIds, onClose }: CallFormProps) {
  const { t } = useTranslation('plan');
  const { message } = App.useApp();
  const { index } = useOpenPlan();
  const [form] = Form.useForm<CallFields>();
  const take = useTakeCalls();
  const asked = asksFor(call);
  const names = orderIds.map((id) => index.orderNames.get(id) ?? '');
  const refused = take.data?.refused ?? [];
  const submit = (fields: CallFields) =>
    take.mutate(
      { orderIds, request: toCallRequest(call, fields) },
      {
        onSuccess: (result) => {
          if (result.refused.length > 0) return;
          void message.success(t('call.done', { count: result.done }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t(`call.${call}`)}
      okText={t('call.confirm')}
      okButtonProps={{ 'data-testid': 'call-confirm', disabled: refused.length > 0 }}
      confirmLoading={take.isPending}
      width={420}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {names.slice(0, SHOWN).join(t('list.comma'))}
        {names.length > SHOWN && t('call.andMore', { count: names.length - SHOWN })}
      </p>
      {call === 'last_load' && orderIds.length === 1 && <LastLoadFacts orderId={orderIds[0]!} />}
      <Form form={form} layout="vertical" onFinish={submit}>
        {asked === 'm3' && (
          <Form.Item name="m3" label={t('call.m3')} rules={[{ required: true }]}>
            <InputNumber autoFocus min={0.5} max={20} step={0.5} data-testid="call-m3" />
          </Form.Item>
        )}
        {asked === 'rateM3PerHour' && (
          <Form.Item name="rateM3PerHour" label={t('call.rate')} rules={[{ required: true }]}>
            <InputNumber autoFocus min={1} max={500} data-testid="call-rate" />
          </Form.Item>
        )}
        <Form.Item
          name="callerName"
          label={t('call.caller')}
          rules={[{ required: true, whitespace: true, message: t('call.callerMissing') }]}
        >
          <Input autoFocus={asked === null} maxLength={40} data-testid="call-caller" />
        </Form.Item>
        <Form.Item name="callerPhone" label={t('call.phone')}>
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
      </Form>
      <RefusalNotice error={take.error} />
      {take.data && <RefusedCalls done={take.data.done} refused={refused} />}
    </Modal>
  );
}
