import type { DayPlanView, PlanDifferenceView, PlanEventRequest } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { usePlanDesk } from '../plan-desk.js';
import { type PlanIndex, vehicleName } from '../plan-index.js';
import { FromTo } from './from-to.js';
import { whyMoved } from './why-moved.js';

export interface LoadChangeProps {
  readonly moved: PlanDifferenceView['moved'][number];
  readonly index: PlanIndex;
  readonly event: PlanEventRequest | null;
  readonly before: DayPlanView;
}

/** A load of another truck or time, and why. */
export function LoadChange({ moved, index, event, before }: LoadChangeProps) {
  const { t } = useTranslation('plan');
  const { act } = usePlanDesk();
  return (
    <button
      type="button"
      className="plan-change"
      data-testid="moved-load"
      data-load-id={moved.loadId}
      onClick={() => act({ do: 'choose', chosen: { kind: 'load', id: moved.loadId } })}
    >
      <span className="plan-change-what">
        {t('load.title', {
          site: index.orderNames.get(moved.orderId) ?? '',
          loadNo: moved.loadNo,
        })}
      </span>
      <span className="plan-change-how">
        <FromTo
          from={vehicleName(index.vehicles.get(moved.fromVehicleId))}
          to={vehicleName(index.vehicles.get(moved.toVehicleId))}
        />
        <FromTo from={formatTime(moved.fromLoadAt)} to={formatTime(moved.toLoadAt)} />
        {event && (
          <Tag data-testid="why-moved">{t(`whyMoved.${whyMoved(event, moved, before)}`)}</Tag>
        )}
      </span>
    </button>
  );
}
