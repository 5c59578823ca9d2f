import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useTripPapers } from '../queries.js';
import { BatchForm } from './batch-form.js';
import { CallThis } from './call-this.js';
import { Mismatches } from './mismatches.js';
import { TestForm } from './test-form.js';
import { TicketBox } from './ticket-box.js';
import type { TruckProps } from './truck-props.js';
import { WeighForms } from './weigh-forms.js';

/** The truck in hand: call it, batch, weigh, test, issue and print. */
export function TruckPanel({ queue, truck }: TruckProps) {
  const { t } = useTranslation('plant');
  const { data: papers, error } = useTripPapers(truck.tripId);
  return (
    <section className="truck-panel" aria-label={truck.plateNo ?? ''} data-testid="truck-panel">
      <header>
        <h2>{truck.plateNo}</h2>
        <p>
          {truck.grade} · {truck.plannedM3.toFixed(2)} m³ · {truck.siteName} · {truck.pourLocation}
        </p>
        <p>
          {t('truck.driver', { name: truck.driverName })}
          {truck.drumCapacityM3 === null
            ? ''
            : ` · ${t('truck.drum', { m3: truck.drumCapacityM3 })}`}
        </p>
        <CallThis queue={queue} truck={truck} />
      </header>
      <Mismatches queue={queue} truck={truck} />
      <h3>1 {t('truck.steps.batch')}</h3>
      {truck.batchedM3 !== null && truck.batchedAt !== null && (
        <p className="truck-done" data-testid="batched">
          {t('batch.recorded', {
            m3: truck.batchedM3.toFixed(2),
            time: formatTime(truck.batchedAt),
          })}
        </p>
      )}
      <BatchForm key={String(truck.batchedM3)} queue={queue} truck={truck} />
      <RefusalNotice error={error} />
      {papers && (
        <>
          <h3>2 {t('truck.steps.weigh')}</h3>
          <WeighForms plantId={queue.plantId} papers={papers} />
          <h3>3 {t('truck.steps.test')}</h3>
          <TestForm plantId={queue.plantId} papers={papers} slumpMm={truck.slumpMm} />
          <h3>4 {t('truck.steps.ticket')}</h3>
          <TicketBox plantId={queue.plantId} truck={truck} papers={papers} />
        </>
      )}
    </section>
  );
}
