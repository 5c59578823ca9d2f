import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import type { PlanIndex } from '../plan-index.js';
import { FromTo } from './from-to.js';
import type { VolumeChange } from './volume-changes.js';

export interface VolumeChangeRowProps {
  readonly change: VolumeChange;
  readonly index: PlanIndex;
}

/** An order that was cut, grown or put on hold. */
export function VolumeChangeRow({ change, index }: VolumeChangeRowProps) {
  const { t } = useTranslation('plan');
  const words = (loads: number, m3: number) => t('difference.volume', { loads, m3: formatM3(m3) });
  return (
    <div className="plan-change" data-testid="volume-change" data-order-id={change.orderId}>
      <span className="plan-change-what">{index.orderNames.get(change.orderId)}</span>
      <span className="plan-change-how">
        <FromTo
          from={words(change.fromLoads, change.fromM3)}
          to={words(change.toLoads, change.toM3)}
        />
      </span>
    </div>
  );
}
