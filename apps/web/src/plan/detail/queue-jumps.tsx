import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { useRuleName } from '../use-rule-name.js';

/** Who loads at a plant before somebody that waits longer, and why. */
export function QueueJumps({ plantId }: { readonly plantId: string }) {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const nameOf = useRuleName();
  const jumps = plan.queueJumps.filter((jump) => jump.plantId === plantId);
  if (jumps.length === 0) return <p className="gantt-sub">{t('queue.kept')}</p>;
  return (
    <section aria-label={t('queue.title')}>
      <h3>{t('queue.title')}</h3>
      <ul className="plan-list" data-testid="queue-jumps">
        {jumps.map(({ vehicleId, jumpedVehicleId, loadFromAt, reason }) => (
          <li key={`${vehicleId} ${loadFromAt}`} data-reason={reason}>
            {t('queue.jump', {
              at: formatTime(loadFromAt),
              truck: vehicleName(index.vehicles.get(vehicleId)),
              before: vehicleName(index.vehicles.get(jumpedVehicleId)),
            })}{' '}
            <Tag>{nameOf(reason)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
