import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callTruck } from '../../api/plant-desk.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDeskWork } from '../queries.js';
import type { TruckProps } from './truck-props.js';

interface Wanted {
  readonly lineId: string;
  readonly reason?: string;
}

/** Calls this truck to a free line; one that goes before others needs the reason why. */
export function CallThis({ queue, truck }: TruckProps) {
  const { t } = useTranslation('plant');
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const calling = useDeskWork(queue.plantId, truck.tripId, (wanted: Wanted) =>
    callTruck(queue.plantId, { ...wanted, tripId: truck.tripId }),
  );
  if (truck.state !== 'waiting' && truck.state !== 'due') return null;
  const isJump = queue.nextTripId !== null && queue.nextTripId !== truck.tripId;
  const call = (lineId: string) => {
    if (isJump && queue.queueOrder === 'preferred') setAskedFor(lineId);
    else calling.mutate({ lineId });
  };
  return (
    <Space wrap>
      {queue.lines
        .filter(({ calledTripId }) => calledTripId === null)
        .map(({ id, name }) => (
          <Button
            key={id}
            loading={calling.isPending}
            data-testid="call-this"
            onClick={() => call(id)}
          >
            {t('line.callThis', { line: name })}
          </Button>
        ))}
      <RefusalNotice error={calling.error} />
      <ReasonModal
        title={t('line.jumpTitle', { plate: truck.plateNo ?? '' })}
        isOpen={askedFor !== null}
        onCancel={() => setAskedFor(null)}
        onReason={(reason) => {
          if (askedFor !== null) calling.mutate({ lineId: askedFor, reason });
          setAskedFor(null);
        }}
      />
    </Space>
  );
}
