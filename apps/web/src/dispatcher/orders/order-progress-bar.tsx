import type { OrderView } from '@tongyun/contracts';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { progressOf } from '../order-progress.js';

/** Delivered and on the road within the planned volume, and what is still short. */
export function OrderProgressBar({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation('dispatcher');
  const { deliveredPct, onRoadPct, gapM3 } = progressOf(order);
  const words = [
    `${t('orders.delivered')} ${formatM3(order.deliveredM3)}`,
    `${t('orders.onRoad')} ${formatM3(order.onRoadM3)}`,
    `${t('orders.planned')} ${formatM3(order.plannedM3)} m³`,
  ].join(' · ');
  return (
    <Tooltip title={t('orders.gapHint')}>
      <div className="order-progress" role="img" aria-label={words}>
        <div className="order-bar">
          <span className="order-bar-delivered" style={{ width: `${deliveredPct}%` }} />
          <span className="order-bar-road" style={{ width: `${onRoadPct}%` }} />
        </div>
        <span className="order-volumes">
          {formatM3(order.deliveredM3)}+{formatM3(order.onRoadM3)}/{formatM3(order.plannedM3)} m³
        </span>
        {gapM3 > 0 && (
          <span className="order-gap">{t('orders.gapUnit', { m3: formatM3(gapM3) })}</span>
        )}
      </div>
    </Tooltip>
  );
}
