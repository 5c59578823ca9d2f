import type { PlantQueueView } from '@tongyun/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callTruck, withdrawCall } from '../../api/plant-desk.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDeskWork } from '../queries.js';

export interface LineBarProps {
  readonly queue: PlantQueueView;
  readonly line: PlantQueueView['lines'][number];
  readonly onChoose: (tripId: string) => void;
}

/** One line: the truck that is called to it, or the button that calls the next. */
export function LineBar({ queue, line, onChoose }: LineBarProps) {
  const { t } = useTranslation('plant');
  const { t: shared } = useTranslation('shared');
  const [isAsking, setIsAsking] = useState(false);
  const called = queue.items.find(({ tripId }) => tripId === line.calledTripId);
  const calling = useDeskWork(queue.plantId, queue.nextTripId ?? '', async () => {
    const { tripId } = await callTruck(queue.plantId, { lineId: line.id });
    onChoose(tripId);
  });
  const withdrawing = useDeskWork(queue.plantId, called?.tripId ?? '', (reason: string) =>
    withdrawCall(called?.call?.id ?? '', reason),
  );
  return (
    <section className="line-bar" aria-label={line.name} data-testid="line">
      <h2>{line.name}</h2>
      {called ? (
        <>
          <button type="button" className="line-called" onClick={() => onChoose(called.tripId)}>
            <strong>{called.plateNo}</strong> {shared(`stateOf.truck.${called.state}`)}
          </button>
          {called.call && <Button onClick={() => setIsAsking(true)}>{t('line.withdraw')}</Button>}
        </>
      ) : (
        <>
          <span className="line-free">{t('line.free')}</span>
          <Button
            type="primary"
            size="large"
            data-testid="call-next"
            disabled={queue.nextTripId === null}
            loading={calling.isPending}
            onClick={() => calling.mutate(undefined)}
          >
            {t('line.callNext')}
          </Button>
        </>
      )}
      <RefusalNotice error={calling.error ?? withdrawing.error} />
      <ReasonModal
        title={t('line.withdrawTitle')}
        isOpen={isAsking}
        isPending={withdrawing.isPending}
        onCancel={() => setIsAsking(false)}
        onReason={(reason) => {
          withdrawing.mutate(reason);
          setIsAsking(false);
        }}
      />
    </section>
  );
}
