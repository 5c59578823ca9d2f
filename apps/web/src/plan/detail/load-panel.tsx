import type { PlannedLoadView } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { EventMenu } from '../events/event-menu.js';
import { ItemActions } from '../move/item-actions.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { Facts } from './facts.js';
import { VehicleReasons } from './vehicle-reasons.js';
import { WhyTruck } from './why-truck.js';

const STATE_COLORS = { planned: 'default', released: 'blue', started: 'purple', done: 'green' };

/** One load: who brings it, when, and why he. */
export function LoadPanel({ load }: { readonly load: PlannedLoadView }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { index } = useOpenPlan();
  const order = index.orders.get(load.orderId);
  const vehicle = index.vehicles.get(load.vehicleId);
  const line = index.lines.get(load.lineId);
  const stages = [
    ['load', load.loadFromAt],
    ['leavePlant', load.loadToAt],
    ['arrive', load.arriveAt],
    ['discharge', load.dischargeFromAt],
    ['discharged', load.dischargeToAt],
    ['leaveSite', load.leaveAt],
    ['back', load.backAt],
  ] as const;
  return (
    <div className="plan-panel" data-testid="load-panel" data-load-id={load.id}>
      <header className="plan-panel-head">
        <h2>{t('load.title', { site: order?.siteName ?? '', loadNo: load.loadNo })}</h2>
        <Tag color={STATE_COLORS[load.state]}>{t(`itemState.${load.state}`)}</Tag>
        {load.isPinned && <Tag color="geekblue">{t('load.pinned')}</Tag>}
      </header>
      <div className="plan-actions">
        <ItemActions item={load} />
        <EventMenu chosen={{ kind: 'load', id: load.id }} />
      </div>
      <Facts
        rows={[
          [t('load.truck'), <b key="truck">{vehicleName(vehicle)}</b>],
          [t('load.driver'), index.drivers.get(load.driverId) ?? shared('state.none')],
          [
            t('load.volume'),
            `${formatM3(load.m3)} m³ · ${order?.grade ?? ''}${
              load.kind === 'concrete' ? '' : ` · ${shared(`loadKind.${load.kind}`)}`
            }`,
          ],
          [t('load.line'), line ? `${line.plantName} ${line.name}` : ''],
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
      <WhyTruck load={load} />
      {vehicle && <VehicleReasons vehicle={vehicle} />}
    </div>
  );
}
