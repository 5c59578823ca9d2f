import type { PlanEventRequest } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { isUp } from '../events/events-of.js';
import { type PlanIndex, vehicleName } from '../plan-index.js';
import { FromTo } from './from-to.js';
import type { PumpChange } from './pump-changes.js';
import type { WhyMoved } from './why-moved.js';

export interface PumpChangeRowProps {
  readonly change: PumpChange;
  readonly index: PlanIndex;
  readonly event: PlanEventRequest | null;
}

/** A pump job of another pump or time, and why. */
export function PumpChangeRow({ change, index, event }: PumpChangeRowProps) {
  const { t } = useTranslation('plan');
  return (
    <div className="plan-change" data-testid="moved-pump" data-order-id={change.orderId}>
      <span className="plan-change-what">
        {t('pump.title', { site: index.orderNames.get(change.orderId) ?? '' })}
      </span>
      <span className="plan-change-how">
        <FromTo
          from={vehicleName(index.vehicles.get(change.fromVehicleId))}
          to={
            change.toVehicleId === null
              ? t('difference.noPump')
              : vehicleName(index.vehicles.get(change.toVehicleId))
          }
        />
        {change.toReadyAt !== null && (
          <FromTo from={formatTime(change.fromReadyAt)} to={formatTime(change.toReadyAt)} />
        )}
        {event && <Tag data-testid="why-moved">{t(`whyMoved.${whyPumpMoved(event, change)}`)}</Tag>}
      </span>
    </div>
  );
}

function whyPumpMoved(event: PlanEventRequest, { fromVehicleId }: PumpChange): WhyMoved {
  if (event.kind === 'pump_down' && event.vehicleId === fromVehicleId) return 'its_pump';
  return isUp(event.kind) ? 'works_again' : 'makes_room';
}
