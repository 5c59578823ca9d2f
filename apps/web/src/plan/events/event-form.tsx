import { Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { tellPlan } from '../../api/day-plans.js';
import { fromLocalInput } from '../../i18n/time.js';
import { changing } from '../commands/plan-command.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { defaultUntil } from './default-until.js';
import { type EventChoice, isUp, mayLastAllDay, toEventRequest } from './events-of.js';
import { type JamFields, JamInputs, USUAL_JAM, whereOf } from './jam-fields.js';
import { subjectOf } from './subject-of.js';

export interface EventFormProps {
  readonly event: EventChoice;
  readonly onClose: () => void;
}

interface Fields extends JamFields {
  readonly isAllDay: boolean;
  readonly until: string;
  readonly reason: string;
}

/** Until when it lasts and why; then the plan is mended. */
export function EventForm({ event, onClose }: EventFormProps) {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const { commands } = usePlanDesk();
  const [form] = Form.useForm<Fields>();
  const isAllDay = Form.useWatch('isAllDay', form) ?? mayLastAllDay(event.kind);
  const tell = (fields: Fields) => {
    const { until, from, factor = 1, reason } = fields;
    const request = toEventRequest(event, {
      until: isAllDay ? null : fromLocalInput(until),
      from: from ? fromLocalInput(from) : null,
      factor,
      where: whereOf(fields),
      reason: reason.trim(),
    });
    if (request) commands.run(changing('event', (seen) => tellPlan(seen, request), request));
    onClose();
  };
  return (
    <Modal
      open
      title={t('event.title', {
        what: subjectOf(event, index),
        kind: t(`event.kind.${event.kind}`),
      })}
      okText={t('event.mend')}
      okButtonProps={{ danger: !isUp(event.kind), 'data-testid': 'event-mend' }}
      width={420}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        data-testid="event-form"
        initialValues={{
          isAllDay: mayLastAllDay(event.kind),
          until: defaultUntil(plan, new Date()),
          ...USUAL_JAM,
        }}
        onFinish={tell}
      >
        {mayLastAllDay(event.kind) && (
          <Form.Item name="isAllDay" valuePropName="checked">
            <Checkbox>{t('event.allDay')}</Checkbox>
          </Form.Item>
        )}
        {event.kind === 'traffic' && <JamInputs event={event} />}
        {isUp(event.kind) && (
          <Form.Item name="from" label={t('event.upFrom')} extra={t('event.upFromHint')}>
            <Input type="datetime-local" data-testid="event-from" />
          </Form.Item>
        )}
        {event.kind !== 'load_refused' && !isUp(event.kind) && (
          <Form.Item name="until" label={t('event.until')} hidden={isAllDay}>
            <Input type="datetime-local" />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('event.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('event.reasonTooShort') }]}
        >
          <Input.TextArea autoFocus rows={2} maxLength={500} data-testid="event-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
