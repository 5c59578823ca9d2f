import type { ControlTerminalRequest } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Collapse, Flex, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { controlTerminal } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

const COMMANDS: readonly ControlTerminalRequest['command'][] = [
  'restart',
  'upgrade',
  'factory_reset',
  'shut_down',
];

export interface ControlFormProps {
  readonly terminalId: string;
  readonly onOrdered: () => void;
}

/** Restarts a terminal and the like: folded away and asked twice, since it may be gone afterwards. */
export function ControlForm(props: ControlFormProps) {
  const { t } = useTranslation('admin');
  return (
    <Collapse
      size="small"
      items={[{ key: 'control', label: t('control.title'), children: <Commands {...props} /> }]}
    />
  );
}

function Commands({ terminalId, onOrdered }: ControlFormProps) {
  const { t } = useTranslation('admin');
  const [modal, modalHolder] = Modal.useModal();
  const [form] = Form.useForm<ControlTerminalRequest>();
  const command = Form.useWatch('command', form) ?? 'restart';
  const control = useMutation({
    mutationFn: (request: ControlTerminalRequest) => controlTerminal(terminalId, request),
    onSuccess: () => {
      form.resetFields();
      onOrdered();
    },
  });
  const askTwice = async (request: ControlTerminalRequest) => {
    const isSure = await modal.confirm({
      title: t(`control.sure.${request.command}`),
      okText: t(`control.command.${request.command}`),
      okButtonProps: { danger: true, 'data-testid': 'control-sure' },
    });
    if (isSure) control.mutate({ ...request, argument: request.argument ?? '' });
  };
  return (
    <Form<ControlTerminalRequest>
      form={form}
      layout="vertical"
      initialValues={{ command: 'restart' }}
      onFinish={(request) => void askTwice(request)}
    >
      <Flex gap={12} align="end">
        <Form.Item name="command" label={t('control.what')} style={{ width: 200 }}>
          <Select
            options={COMMANDS.map((value) => ({ value, label: t(`control.command.${value}`) }))}
          />
        </Form.Item>
        <Form.Item>
          <Button
            danger
            htmlType="submit"
            data-testid="control-terminal"
            loading={control.isPending}
          >
            {t('order.send')}
          </Button>
        </Form.Item>
      </Flex>
      {command === 'upgrade' && (
        <Form.Item
          name="argument"
          label={t('control.upgradeFrom')}
          extra={t('control.upgradeHint')}
          rules={[{ required: true, whitespace: true, message: t('pass.needed') }]}
        >
          <Input maxLength={450} />
        </Form.Item>
      )}
      <RefusalNotice error={control.error} />
      {modalHolder}
    </Form>
  );
}
