import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { FromTo } from '../changes/from-to.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import type { Proposal } from './proposal.js';

/** A move in words: what, from where, to where. */
export function MoveWords({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const load = index.loads.get(proposal.itemId);
  const item = load ?? index.pumpJobs.get(proposal.itemId);
  if (!item) return null;
  const site = index.orderNames.get(item.orderId) ?? '';
  const beginsAt = 'loadFromAt' in item ? item.loadFromAt : item.readyAt;
  const nameOf = (id: string) => vehicleName(index.vehicles.get(id));
  return (
    <div className="plan-move-words">
      <b>{load ? t('load.title', { site, loadNo: load.loadNo }) : t('pump.title', { site })}</b>
      {proposal.vehicleId !== null && (
        <FromTo from={nameOf(item.vehicleId)} to={nameOf(proposal.vehicleId)} />
      )}
      {load && proposal.lineId !== null && (
        <FromTo
          from={index.lines.get(load.lineId)?.name ?? ''}
          to={index.lines.get(proposal.lineId)?.name ?? ''}
        />
      )}
      {proposal.shiftMs !== 0 && (
        <span>
          {t(load ? 'stageAt.load' : 'stageAt.ready')}{' '}
          <FromTo
            from={formatTime(beginsAt)}
            to={formatTime(new Date(Date.parse(beginsAt) + proposal.shiftMs))}
          />
        </span>
      )}
    </div>
  );
}
