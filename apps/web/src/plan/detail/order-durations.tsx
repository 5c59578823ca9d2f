import type { DurationKind, UsedDurationView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { formatDuration } from '../durations/format-duration.js';
import { useOpenPlan } from '../plan-desk.js';
import { Facts } from './facts.js';

/** What the plan takes an order's loads to last, step by step, and how each figure is known. */
export function OrderDurations({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const used = plan.durations?.orders.find((order) => order.orderId === orderId);
  if (!used) return null;
  const plantName = (plantId: string) =>
    plan.lines.find((line) => line.plantId === plantId)?.plantName ?? '';
  const row = (kind: DurationKind, duration: UsedDurationView, plant = ''): [string, string] => [
    [t(`durations.kind.${kind}`), plant].filter(Boolean).join(' · '),
    `${formatDuration(t, kind, duration.value)} · ${sourceOf(duration)}`,
  ];
  const sourceOf = ({ source, level, sampleCount }: UsedDurationView): string =>
    source === 'learnt' && level !== null
      ? t('order.learnt', { count: sampleCount, level: t(`durations.level.${level}`) })
      : t(`order.durationSource.${source}`);
  const isOne = used.sources.length === 1;
  return (
    <section className="plan-why" data-testid="order-durations">
      <h3>{t('order.durations')}</h3>
      <Facts
        rows={[
          ...used.sources.flatMap(({ plantId, loading, travel }) => {
            const plant = isOne ? '' : plantName(plantId);
            return [row('loading', loading, plant), row('travel', travel, plant)];
          }),
          row('waiting', used.waiting),
          row('discharge', used.discharge),
        ]}
      />
      {plan.durations?.learntAt && (
        <div className="gantt-sub">
          {t('order.durationsLearnt', { at: formatDateTime(plan.durations.learntAt) })}
        </div>
      )}
    </section>
  );
}
