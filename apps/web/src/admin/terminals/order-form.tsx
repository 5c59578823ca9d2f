import {
  type OrderTerminalRequest,
  orderTerminalRequest,
  settableParameters,
} from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Flex, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { orderTerminal } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

type Kind = OrderTerminalRequest['kind'];
type ParameterName = keyof typeof settableParameters.shape;

const KINDS: readonly Kind[] = [
  'ask_position',
  'follow',
  'text',
  'ask_parameters',
  'set_parameters',
];
const PARAMETERS = Object.keys(settableParameters.shape) as ParameterName[];

interface Fields {
  readonly kind: Kind;
  readonly intervalSec?: number;
  readonly durationSec?: number;
  readonly text?: string;
  readonly isUrgent?: boolean;
  readonly parameter?: ParameterName;
  readonly value?: number | string;
}

/** What its fields come to as an order; the contract refuses what is out of range. */
function toOrder({ parameter, value, ...fields }: Fields): OrderTerminalRequest {
  const isSetting = fields.kind === 'set_parameters' && parameter !== undefined;
  return orderTerminalRequest.parse(
    isSetting ? { kind: 'set_parameters', parameters: { [parameter]: value } } : fields,
  );
}

export interface OrderFormProps {
  readonly terminalId: string;
  readonly onOrdered: () => void;
}

/** Tells a terminal something: it goes out at once, or when the terminal is next on the line. */
export function OrderForm({ terminalId, onOrdered }: OrderFormProps) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'ask_position';
  const order = useMutation({
    mutationFn: (fields: Fields) => orderTerminal(terminalId, toOrder(fields)),
    onSuccess: () => {
      form.resetFields(['text', 'value']);
      onOrdered();
    },
  });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ kind: 'ask_position', intervalSec: 5, durationSec: 600 }}
      onFinish={(fields) => order.mutate(fields)}
    >
      <Form.Item name="kind" label={t('order.new')}>
        <Segmented options={KINDS.map((value) => ({ value, label: t(`order.kind.${value}`) }))} />
      </Form.Item>
      {kind === 'follow' && <FollowFields />}
      {kind === 'text' && <TextFields />}
      {kind === 'set_parameters' && <ParameterFields />}
      <Button
        type="primary"
        htmlType="submit"
        data-testid="order-terminal"
        loading={order.isPending}
      >
        {t('order.send')}
      </Button>
      <RefusalNotice error={order.error} />
    </Form>
  );
}

function FollowFields() {
  const { t } = useTranslation('admin');
  return (
    <Flex gap={12}>
      <Form.Item name="intervalSec" label={t('order.intervalSec')} rules={[{ required: true }]}>
        <InputNumber min={0} max={3_600} />
      </Form.Item>
      <Form.Item name="durationSec" label={t('order.durationSec')} rules={[{ required: true }]}>
        <InputNumber min={0} max={86_400} />
      </Form.Item>
    </Flex>
  );
}

function TextFields() {
  const { t } = useTranslation('admin');
  const needed = [{ required: true, whitespace: true, message: t('pass.needed') }];
  return (
    <>
      <Form.Item name="text" label={t('order.text')} rules={needed}>
        <Input.TextArea rows={2} maxLength={450} showCount data-testid="order-text" />
      </Form.Item>
      <Form.Item name="isUrgent" valuePropName="checked">
        <Checkbox>{t('order.isUrgent')}</Checkbox>
      </Form.Item>
    </>
  );
}

function ParameterFields() {
  const { t } = useTranslation('admin');
  const parameter = Form.useWatch<ParameterName | undefined>('parameter');
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Flex gap={12}>
      <Form.Item name="parameter" label={t('order.parameter')} rules={needed}>
        <Select
          style={{ width: 300 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={PARAMETERS.map((value) => ({ value, label: t(`parameter.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="value" label={t('order.value')} rules={needed}>
        {parameter === 'plateNo' ? <Input maxLength={20} /> : <InputNumber min={0} precision={0} />}
      </Form.Item>
    </Flex>
  );
}
