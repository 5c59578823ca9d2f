import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { EventMenu } from '../events/event-menu.js';
import { useOpenPlan } from '../plan-desk.js';
import type { PlanLine } from '../plan-index.js';
import { PlantHours } from '../plant-hours/plant-hours.js';
import { Facts } from './facts.js';
import { QueueJumps } from './queue-jumps.js';

/** A loading line: how fast it is, what it does, when it is shut. */
export function LinePanel({ line }: { readonly line: PlanLine }) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const loads = plan.loads.filter(({ lineId }) => lineId === line.id);
  const m3 = loads.reduce((sum, load) => sum + load.m3, 0);
  const closed = line.closed.map(
    ({ fromAt, toAt }) => `${formatTime(fromAt)} – ${formatTime(toAt)}`,
  );
  return (
    <div className="plan-panel" data-testid="line-panel" data-line-id={line.id}>
      <header className="plan-panel-head">
        <h2>{line.name}</h2>
        <span className="gantt-sub">{line.plantName}</span>
      </header>
      <div className="plan-actions">
        <EventMenu chosen={{ kind: 'line', id: line.id }} />
      </div>
      <Facts
        rows={[
          [t('line.rate'), `${line.rateM3PerHour} m³/h`],
          [t('vehicle.work'), t('vehicle.loads', { count: loads.length, m3: formatM3(m3) })],
          [t('line.closed'), closed.length === 0 ? t('line.never') : closed.join(t('list.comma'))],
        ]}
      />
      <PlantHours line={line} />
      <QueueJumps plantId={line.plantId} />
    </div>
  );
}
