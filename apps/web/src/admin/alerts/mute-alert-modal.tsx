import { type AlertView, type MuteGround, muteAlertsRequest, muteGround } from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { muteAlerts } from '../../api/alerts.js';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

interface Fields {
  readonly ground: MuteGround;
  /** Wall clock of Hangzhou. */
  readonly until: string;
  readonly reason: string;
}

/** A trip or two; the server allows three days at most. */
const USUAL_MIN = 240;

export interface MuteAlertModalProps {
  readonly alert: AlertView;
  readonly onClose: () => void;
}

/** Has a kind of alert recorded but not sounded for a vehicle, for a stated ground, reason and time. */
export function MuteAlertModal({ alert, onClose }: MuteAlertModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const mute = useMutation({
    mutationFn: ({ ground, until, reason }: Fields) =>
      muteAlerts(
        muteAlertsRequest.parse({
          vehicleId: alert.vehicleId,
          tripId: alert.tripId,
          code: alert.code,
          ground,
          reason,
          validFrom: new Date().toISOString(),
          validTo: fromLocalInput(until).toISOString(),
        }),
      ),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.mutes });
      onClose();
    },
  });
  const name = `${shared(`alertCode.${alert.code}`)} ${alert.plateNo ?? ''}`;
  return (
    <Modal
      open
      title={t('alert.muteTitle', { name })}
      okText={t('alert.mute')}
      cancelText={shared('action.cancel')}
      confirmLoading={mute.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('alert.muteHint')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          ground: 'diversion',
          until: toLocalInput(addMinutes(new Date(), USUAL_MIN)),
        }}
        onFinish={(fields) => mute.mutate(fields)}
      >
        <MuteFields />
        <RefusalNotice error={mute.error} />
      </Form>
    </Modal>
  );
}

function MuteFields() {
  const { t } = useTranslation('admin');
  const inTime = () => ({
    validator: (_: unknown, until: string) =>
      fromLocalInput(until) > new Date()
        ? Promise.resolve()
        : Promise.reject(new Error(t('alert.muteInPast'))),
  });
  return (
    <>
      <Form.Item name="ground" label={t('alert.ground')}>
        <Radio.Group
          options={muteGround.options.map((value) => ({
            value,
            label: t(`alert.grounds.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="until" label={t('alert.muteUntil')} rules={[inTime]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('alert.muteReason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} maxLength={500} data-testid="mute-reason" />
      </Form.Item>
    </>
  );
}
