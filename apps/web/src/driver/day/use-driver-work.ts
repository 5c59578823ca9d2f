import type { DriverDayView, PumpStage, TripStage } from '@tongyun/contracts';
import { newId } from '@tongyun/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { AcceptanceEntry, FixEntry, QueueEntry } from '../queue/queue-entry.js';
import { useOfflineQueue } from '../queue/use-offline-queue.js';
import { takeDay } from './use-driver-day.js';

/** What the server made of the last tap that it did not simply record. */
export type TapNote = 'kept' | 'to_settle';

/** Everything the driver does goes through here, and from here into the queue. */
export function useDriverWork(driverId: string) {
  const queries = useQueryClient();
  const [note, setNote] = useState<TapNote | null>(null);
  const answers = useMemo(
    () => ({
      onDay: (day: DriverDayView) => takeDay(queries, day),
      onClaims: (results: readonly { readonly outcome: 'applied' | TapNote }[]) => {
        const outcome = results.at(-1)?.outcome;
        setNote(outcome === undefined || outcome === 'applied' ? null : outcome);
      },
    }),
    [queries],
  );
  const queue = useOfflineQueue(driverId, answers);
  const { add } = queue;

  const claim = useCallback(
    (tripId: string, stage: TripStage, at: Date) => {
      setNote(null);
      return add({ kind: 'claim', ...entryOf(driverId, at), tripId, stage });
    },
    [add, driverId],
  );
  const claimPump = useCallback(
    (pumpJobId: string, stage: PumpStage, at: Date) => {
      setNote(null);
      return add({ kind: 'pump_claim', ...entryOf(driverId, at), pumpJobId, stage });
    },
    [add, driverId],
  );
  const clockOut = useCallback(
    (at: Date) => add({ kind: 'clock_out', ...entryOf(driverId, at) }),
    [add, driverId],
  );
  const confirmStart = useCallback(
    (startsAt: Date, at: Date) =>
      add({ kind: 'start', ...entryOf(driverId, at), startsAt: startsAt.toISOString() }),
    [add, driverId],
  );
  const accept = useCallback(
    (tripId: string, signed: AcceptanceEntry['signed'], at: Date) =>
      add({ kind: 'acceptance', ...entryOf(driverId, at), tripId, signed }),
    [add, driverId],
  );
  const keepFix = useCallback((fix: FixEntry) => void add(fix), [add]);

  return { queue, note, claim, claimPump, clockOut, confirmStart, accept, keepFix };
}

export type DriverWork = ReturnType<typeof useDriverWork>;

const entryOf = (driverId: string, at: Date): Pick<QueueEntry, 'id' | 'driverId' | 'at'> => ({
  id: newId<string>(),
  driverId,
  at: at.toISOString(),
});
