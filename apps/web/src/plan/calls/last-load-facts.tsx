import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { orderVolumes } from '../detail/order-volumes.js';
import { useOpenPlan } from '../plan-desk.js';

/** What is poured, on the road and left, before the site's final figure is taken: it is asked once. */
export function LastLoadFacts({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const order = index.orders.get(orderId);
  if (!order) return null;
  const { pouredM3, onRoadM3, remainingM3 } = orderVolumes(plan, order);
  const { lastLoad } = order;
  return (
    <>
      <p className="last-load-facts" data-testid="last-load-facts">
        {t('call.lastLoadFacts', {
          poured: formatM3(pouredM3),
          onRoad: formatM3(onRoadM3),
          remaining: formatM3(remainingM3),
        })}
      </p>
      <Alert
        type={lastLoad ? 'warning' : 'info'}
        title={
          lastLoad
            ? t('call.lastLoadSaid', {
                m3: formatM3(lastLoad.m3),
                name: lastLoad.callerName,
                time: formatTime(lastLoad.takenAt),
              })
            : t('call.lastLoadOnce')
        }
      />
    </>
  );
}
