import type { DurationView } from '@tongyun/contracts';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StatedDuration } from '../../api/durations.js';
import { fromLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

interface Stated {
  readonly value: number;
  readonly until?: string;
  readonly reason: string;
}

export interface DecideDurationProps {
  /** Null: nothing is decided. */
  readonly row: DurationView | null;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onDecide: (row: DurationView, stated: StatedDuration) => void;
  readonly onCancel: () => void;
}

/** Asks for a value to plan with instead of what was learnt, until when, and why. */
export function DecideDuration({ row, isPending, error, onDecide, onCancel }: DecideDurationProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const [form] = Form.useForm<Stated>();
  const decide = ({ value, until, reason }: Stated) => {
    const untilAt = until ? fromLocalInput(until) : null;
    if (row) onDecide(row, { value, untilAt, reason: reason.trim() });
  };
  return (
    <Modal
      open={row !== null}
      title={t('durations.decideTitle')}
      okText={shared('action.confirm')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ 'data-testid': 'duration-confirm' }}
      confirmLoading={isPending}
      width={420}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {row && (
        <Form<Stated>
          form={form}
          layout="vertical"
          initialValues={{ value: row.override?.value ?? row.learnt?.value }}
          onFinish={decide}
        >
          <p>{[row.plantName, row.siteName].filter(Boolean).join(' → ')}</p>
          <Form.Item
            name="value"
            label={t('durations.newValue')}
            rules={[{ required: true, message: t('durations.valueMissing') }]}
          >
            <InputNumber
              autoFocus
              min={0}
              step={0.1}
              suffix={t(`durations.unit.${row.kind}`)}
              style={{ width: '100%' }}
              data-testid="duration-value"
            />
          </Form.Item>
          <Form.Item name="until" label={t('durations.untilLabel')}>
            <Input type="datetime-local" data-testid="duration-until" />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t('durations.reason')}
            rules={[
              {
                required: true,
                whitespace: true,
                min: 2,
                message: shared('reasonPrompt.tooShort'),
              },
            ]}
          >
            <Input.TextArea rows={2} maxLength={500} data-testid="duration-reason" />
          </Form.Item>
          <RefusalNotice error={error} />
        </Form>
      )}
    </Modal>
  );
}
