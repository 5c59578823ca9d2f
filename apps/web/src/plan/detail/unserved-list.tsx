import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { UnservedWhy } from './unserved-why.js';
import { WaysOut } from './ways-out.js';

/** Orders that the plan does not serve, with the rules in the way. */
export function UnservedList() {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const { act } = usePlanDesk();
  if (plan.unserved.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('unserved.none')} />;
  }
  return (
    <ul className="plan-list" data-testid="unserved-list">
      {plan.unserved.map((unserved) => {
        const order = index.orders.get(unserved.orderId);
        if (!order) return null;
        return (
          <li key={order.id} data-testid="unserved-row" data-order-id={order.id}>
            <button
              type="button"
              onClick={() => act({ do: 'choose', chosen: { kind: 'order', id: order.id } })}
            >
              <b>{order.siteName}</b>
              <span className="gantt-sub">
                {formatTime(order.firstOnSiteAt)} · {order.grade} · {formatM3(order.orderedM3)} m³
              </span>
            </button>
            <UnservedWhy unserved={unserved} />
            <WaysOut orderId={order.id} />
          </li>
        );
      })}
    </ul>
  );
}
