import type { TripPapersView, WeighingKind } from '@tongyun/contracts';
import { Alert, Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordWeighing } from '../../api/tickets.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { usePaperWork } from '../queries.js';

export interface PaperProps {
  readonly plantId: string;
  readonly papers: TripPapersView;
}

/** Tare and gross, each weighed as often as need be, and what they come to. */
export function WeighForms({ plantId, papers }: PaperProps) {
  const { t } = useTranslation('plant');
  const { netKg, densityKgPerM3, notices, tareSource } = papers.weights;
  return (
    <>
      <div className="truck-form">
        <WeighForm plantId={plantId} papers={papers} kind="tare" />
        {tareSource === 'registered' && <small>{t('weigh.registered')}</small>}
        <WeighForm plantId={plantId} papers={papers} kind="gross" />
      </div>
      {netKg !== null && (
        <p className="truck-done" data-testid="net">
          {t('weigh.net', { kg: netKg })}
          {densityKgPerM3 === null ? '' : ` · ${t('weigh.density', { value: densityKgPerM3 })}`}
        </p>
      )}
      {notices.map((notice) => (
        <Alert key={notice} type="warning" showIcon title={t(`weigh.notice.${notice}`)} />
      ))}
    </>
  );
}

function WeighForm({ plantId, papers, kind }: PaperProps & { readonly kind: WeighingKind }) {
  const { t } = useTranslation('plant');
  const { tripId, weights } = papers;
  const known = kind === 'tare' ? weights.tareKg : weights.grossKg;
  const weighing = usePaperWork(plantId, (kg: number) =>
    recordWeighing(tripId, { kind, kg, source: 'hand', weighedAt: new Date() }),
  );
  return (
    <Form
      key={String(known)}
      layout="inline"
      initialValues={{ kg: known }}
      onFinish={({ kg }: { readonly kg: number }) => weighing.mutate(kg)}
    >
      <Form.Item name="kg" label={t(`weigh.${kind}`)} rules={[{ required: true, message: '' }]}>
        <InputNumber
          min={500}
          max={120_000}
          step={20}
          precision={0}
          style={{ width: 100 }}
          data-testid={`weigh-${kind}`}
        />
      </Form.Item>
      <Button htmlType="submit" loading={weighing.isPending} data-testid={`weigh-${kind}-submit`}>
        {t('weigh.record')}
      </Button>
      <RefusalNotice error={weighing.error} />
    </Form>
  );
}
