import type { PlanOfferView } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { FigureChanges } from '../changes/figure-changes.js';
import { FromTo } from '../changes/from-to.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';

/** Figures side by side, and each load that would change, with what that is good for. */
export function OfferDetails({ offer }: { readonly offer: PlanOfferView }) {
  const { t } = useTranslation('plan');
  const { act } = usePlanDesk();
  const { index } = useOpenPlan();
  const { before, after, moved, nowServed } = offer.difference;
  return (
    <div className="plan-offer-details" data-testid="offer-changes">
      <FigureChanges isWhole before={before} after={after} />
      <div className="plan-offer-moves">
        {nowServed.map((orderId) => (
          <div key={orderId} className="plan-change">
            <Tag color="green">{t('difference.nowServed')}</Tag>
            <b>{index.orderNames.get(orderId)}</b>
          </div>
        ))}
        {moved.map((move) => {
          const reason = offer.reasons[move.loadId];
          return (
            <button
              key={move.loadId}
              type="button"
              className="plan-change"
              data-testid="offered-move"
              data-load-id={move.loadId}
              onClick={() => act({ do: 'choose', chosen: { kind: 'load', id: move.loadId } })}
            >
              <span className="plan-change-what">
                {t('load.title', {
                  site: index.orderNames.get(move.orderId) ?? '',
                  loadNo: move.loadNo,
                })}
              </span>
              <span className="plan-change-how">
                <FromTo
                  from={vehicleName(index.vehicles.get(move.fromVehicleId))}
                  to={vehicleName(index.vehicles.get(move.toVehicleId))}
                />
                <FromTo from={formatTime(move.fromLoadAt)} to={formatTime(move.toLoadAt)} />
                {reason && (
                  <Tag color={reason.code === 'makes_room' ? 'default' : 'green'}>
                    {t(`offer.reason.${reason.code}`, { amount: reason.amount })}
                  </Tag>
                )}
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
