import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveState } from '../ui/live-state.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { usePlantLive, usePlantQueue } from './queries.js';
import { LineBar } from './queue/line-bar.js';
import { QueueBoard } from './queue/queue-board.js';
import { TruckPanel } from './truck/truck-panel.js';

/** Lines above, the queue to the left, the truck in hand to the right. */
export function PlantDesk({ plantId }: { readonly plantId: string }) {
  const { t } = useTranslation('plant');
  const { data: queue, error } = usePlantQueue(plantId);
  const connection = usePlantLive(plantId);
  const [tripId, setTripId] = useState<string | null>(null);
  if (!queue) return <RefusalNotice error={error} />;
  const truck = queue.items.find((item) => item.tripId === tripId);
  return (
    <div className="plant">
      <div className="plant-top">
        <div className="plant-lines">
          {queue.lines.map((line) => (
            <LineBar key={line.id} queue={queue} line={line} onChoose={setTripId} />
          ))}
          {queue.lines.length === 0 && <Alert type="warning" title={t('noLines')} />}
        </div>
        <p className="plant-rules">
          <span>{t(`queue.order.${queue.queueOrder}`)}</span>
          {queue.holdsForSite && <span>{t('queue.holdsForSite')}</span>}
          {queue.holdsForPump && <span>{t('queue.holdsForPump')}</span>}
          <LiveState connection={connection} />
        </p>
      </div>
      <RefusalNotice error={error} />
      <div className="plant-main">
        <QueueBoard queue={queue} chosenId={tripId} onChoose={setTripId} />
        {truck ? (
          <TruckPanel key={truck.tripId} queue={queue} truck={truck} />
        ) : (
          <section className="truck-panel truck-none">{t('truck.choose')}</section>
        )}
      </div>
    </div>
  );
}
