import type { LastLoadCall } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { CallButtons } from '../calls/call-buttons.js';
import { EventMenu } from '../events/event-menu.js';
import { JointButton } from './joint-button.js';
import { useOpenPlan } from '../plan-desk.js';
import type { PlanOrder } from '../plan-index.js';
import { Facts } from './facts.js';
import { OrderDurations } from './order-durations.js';
import { orderVolumes } from './order-volumes.js';
import { UnservedWhy } from './unserved-why.js';

const row = (name: string, value: string): [string, string] => [name, value];

/** An order: how much of it is poured, on the road and still to come, and what stands in its way. */
export function OrderPanel({ order }: { readonly order: PlanOrder }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { plan } = useOpenPlan();
  const unserved = plan.unserved.find(({ orderId }) => orderId === order.id);
  const volumes = orderVolumes(plan, order);
  const statedOf = (one: PlanOrder): [string, string][] => {
    const { pumpsNeeded, pourKind, gapMaxMin, retarderMin } = one;
    return [
      ...(pumpsNeeded > 0 ? [row(t('order.pumps'), `${pumpsNeeded}`)] : []),
      ...(pourKind ? [row(t('order.pourKind'), shared(`pourKind.${pourKind}`))] : []),
      ...(gapMaxMin ? [row(t('order.gapMax'), t('order.minutes', { min: gapMaxMin }))] : []),
      ...(retarderMin ? [row(t('order.retarder'), t('order.minutes', { min: retarderMin }))] : []),
    ];
  };
  const lastLoadRow = ({ m3, callerName, takenAt }: LastLoadCall): [string, string] => [
    t('order.lastLoad'),
    t('order.lastLoadSaid', { m3: formatM3(m3), name: callerName, time: formatTime(takenAt) }),
  ];
  return (
    <div className="plan-panel" data-testid="order-panel" data-order-id={order.id}>
      <header className="plan-panel-head">
        <h2>{order.siteName}</h2>
        {order.priority !== 'committed' && (
          <Tag color="gold">{t(`priority.${order.priority}`)}</Tag>
        )}
        {!order.isSiteReady && <Tag>{t('order.siteNotReady')}</Tag>}
      </header>
      <div className="plan-actions">
        <CallButtons orderIds={[order.id]} />
        <JointButton orderId={order.id} />
        <EventMenu chosen={{ kind: 'order', id: order.id }} />
      </div>
      <Facts
        rows={[
          [t('order.number'), order.orderNo],
          [t('order.ordered'), `${formatM3(order.orderedM3)} m³ · ${order.grade}`],
          [t('order.first'), formatTime(order.firstOnSiteAt)],
          [t('order.poured'), `${formatM3(volumes.pouredM3)} m³`],
          [t('order.onRoad'), `${formatM3(volumes.onRoadM3)} m³`],
          [t('order.remaining'), `${formatM3(volumes.remainingM3)} m³`],
          ...statedOf(order),
          ...(order.lastLoad ? [lastLoadRow(order.lastLoad)] : []),
        ]}
      />
      <OrderDurations orderId={order.id} />
      {unserved && <UnservedWhy unserved={unserved} />}
    </div>
  );
}
