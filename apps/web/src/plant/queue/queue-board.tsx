import type { PlantQueueView, QueuedTripView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';

export interface QueueBoardProps {
  readonly queue: PlantQueueView;
  readonly chosenId: string | null;
  readonly onChoose: (tripId: string) => void;
}

/** Every truck of the plant in the order of loading, large enough for two metres. */
export function QueueBoard({ queue, chosenId, onChoose }: QueueBoardProps) {
  const { t } = useTranslation('plant');
  return (
    <section className="queue-board" aria-label={t('queue.title')}>
      {queue.items.length === 0 && <p className="queue-empty">{t('queue.empty')}</p>}
      <ol>
        {queue.items.map((truck) => (
          <li key={truck.tripId}>
            <button
              type="button"
              className="queue-truck"
              data-testid="queued-truck"
              data-state={truck.state}
              data-plate={truck.plateNo}
              aria-pressed={truck.tripId === chosenId}
              onClick={() => onChoose(truck.tripId)}
            >
              <QueuedTruck truck={truck} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function QueuedTruck({ truck }: { readonly truck: QueuedTripView }) {
  const { t } = useTranslation('plant');
  const { t: shared } = useTranslation('shared');
  const isToBatch = truck.batchedM3 === null;
  return (
    <>
      <span className="queue-state">
        {shared(`stateOf.truck.${truck.state}`)}
        {truck.place !== null && <small>{t('queue.place', { n: truck.place })}</small>}
        {truck.call && <small>{truck.call.lineName}</small>}
      </span>
      <strong className="queue-plate">{truck.plateNo}</strong>
      <span className="queue-load">
        <strong>
          {truck.grade}
          {truck.kind !== 'concrete' && ` ${shared(`loadKind.${truck.kind}`)}`} ·{' '}
          {(truck.batchedM3 ?? truck.plannedM3).toFixed(2)} m³
        </strong>
        <span>
          {truck.siteName} · {truck.pourLocation}
        </span>
      </span>
      <span className="queue-times">
        <span>{t('queue.load', { order: truck.orderNo, n: truck.loadNo })}</span>
        <span>{t('queue.planned', { time: formatTime(truck.plannedAt) })}</span>
        {truck.waitingSince !== null && truck.state === 'waiting' && (
          <span>{t('queue.since', { time: formatTime(truck.waitingSince) })}</span>
        )}
        {isToBatch && !truck.isSiteReady && (
          <span className="queue-warn">{t('queue.siteNotReady')}</span>
        )}
        {isToBatch && truck.pumpState !== null && !truck.isPumpThere && (
          <span className="queue-warn" data-testid="pump-not-there">
            {t('queue.pumpNotThere', { state: shared(`pumpJobState.${truck.pumpState}`) })}
          </span>
        )}
        {truck.ticketNo !== null && <span className="queue-ticket">{truck.ticketNo}</span>}
      </span>
      {truck.mismatches.length > 0 && <span className="queue-mismatch">{t('mismatch.title')}</span>}
    </>
  );
}
