import type { PlannedPumpJobView } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { EventMenu } from '../events/event-menu.js';
import { ItemActions } from '../move/item-actions.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { Facts } from './facts.js';
import { VehicleReasons } from './vehicle-reasons.js';

/** One pump at one site. */
export function PumpJobPanel({ job }: { readonly job: PlannedPumpJobView }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { index } = useOpenPlan();
  const order = index.orders.get(job.orderId);
  const vehicle = index.vehicles.get(job.vehicleId);
  const stages = [
    ['depart', job.departAt],
    ['ready', job.readyAt],
    ['until', job.untilAt],
    ['leaveSite', job.leaveAt],
  ] as const;
  return (
    <div className="plan-panel" data-testid="pump-job-panel" data-vehicle-id={job.vehicleId}>
      <header className="plan-panel-head">
        <h2>{t('pump.title', { site: order?.siteName ?? '' })}</h2>
        <Tag>{t(`itemState.${job.state}`)}</Tag>
        {job.stage && (
          <Tag color="blue" data-testid="pump-stage">
            {shared(`pumpJobState.${job.stage}`)}
            {job.stageAt && ` ${formatTime(job.stageAt)}`}
          </Tag>
        )}
        {job.isPinned && <Tag color="geekblue">{t('load.pinned')}</Tag>}
      </header>
      <div className="plan-actions">
        <ItemActions item={job} />
        <EventMenu chosen={{ kind: 'pump_job', id: job.id }} />
      </div>
      <Facts
        rows={[
          [t('pump.pump'), <b key="pump">{vehicleName(vehicle)}</b>],
          [t('pump.operator'), index.drivers.get(job.driverId) ?? shared('state.none')],
        ]}
      />
      <ol className="plan-stages">
        {stages.map(([name, at]) => (
          <li key={name}>
            <time dateTime={at}>{formatTime(at)}</time>
            {t(`stageAt.${name}`)}
          </li>
        ))}
      </ol>
      {vehicle && <VehicleReasons vehicle={vehicle} />}
    </div>
  );
}
