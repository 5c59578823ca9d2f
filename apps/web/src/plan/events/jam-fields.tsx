import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOpenPlan } from '../plan-desk.js';
import { plantsOf } from '../plan-index.js';
import type { EventChoice, Where } from './events-of.js';

/** What a jam's form holds beside its end and its reason. */
export interface JamFields {
  readonly from?: string;
  readonly factor?: number;
  /** Or the plant between which and the site it is. */
  readonly where?: 'here' | 'around' | string;
  readonly withinKm?: number | null;
}

const AROUND_KM = 2;

/** A jam as the form is opened: of all ways to and from the place. */
export const USUAL_JAM: JamFields = { factor: 1.5, where: 'here', withinKm: AROUND_KM };

/** Where a jam is, as its form says. */
export function whereOf({ where = 'here', withinKm }: JamFields): Where {
  if (where === 'here') return { kind: 'here' };
  if (where !== 'around') return { kind: 'between', plantId: where };
  return { kind: 'around', withinKm: withinKm ?? AROUND_KM };
}

/** Where the jam is, from when it lasts and how slow it is. */
export function JamInputs({ event }: { readonly event: EventChoice }) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const where = Form.useWatch<JamFields['where']>('where');
  const between = event.isOfPlant
    ? []
    : plantsOf(index).map(({ id, name }) => ({
        value: id,
        label: t('event.where.between', { plant: name }),
      }));
  return (
    <>
      <Form.Item name="where" label={t('event.where.label')}>
        <Select
          data-testid="event-where"
          options={[
            { value: 'here', label: t('event.where.here') },
            { value: 'around', label: t('event.where.around') },
            ...between,
          ]}
        />
      </Form.Item>
      {where === 'around' && (
        <Form.Item name="withinKm" label={t('event.where.withinKm')}>
          <InputNumber min={0.1} max={20} step={0.5} />
        </Form.Item>
      )}
      <Form.Item name="from" label={t('event.from')} extra={t('event.fromHint')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="factor" label={t('event.factor')}>
        <InputNumber min={1} max={5} step={0.1} />
      </Form.Item>
    </>
  );
}
