import { useCallback, useEffect, useMemo, useState } from 'react';
import { DexieStore } from './dexie-store.js';
import { OfflineQueue } from './offline-queue.js';
import type { QueueEntry } from './queue-entry.js';
import { QueuePump } from './queue-pump.js';
import type { RefusedEntry } from './queue-store.js';
import { sendEntriesTo, type ServerAnswers } from './send-entries.js';

/** What the page shows of the queue. */
export interface QueuePicture {
  /** Taps not yet answered, oldest first; null until they were read from the phone. */
  readonly taps: readonly QueueEntry[] | null;
  readonly fixCount: number;
  readonly refused: readonly RefusedEntry[];
}

export interface KeptQueue extends QueuePicture {
  /** Kept first, then sent; done when it is kept. */
  readonly add: (entry: QueueEntry) => Promise<void>;
  readonly forgetRefused: (ids: readonly string[]) => Promise<void>;
}

const UNREAD: QueuePicture = { taps: null, fixCount: 0, refused: [] };
const store = new DexieStore();

/** The driver's queue on this phone, sent whenever there is a chance. `answers` must be stable. */
export function useOfflineQueue(driverId: string, answers: ServerAnswers): KeptQueue {
  const [picture, setPicture] = useState(UNREAD);
  const { queue, pump } = useMemo(() => {
    const made = new OfflineQueue(driverId, store, sendEntriesTo(answers));
    return { queue: made, pump: new QueuePump(made) };
  }, [driverId, answers]);

  useEffect(() => {
    const look = () => void takePicture(queue).then(setPicture);
    look();
    return queue.subscribe(look);
  }, [queue]);

  useEffect(() => {
    const poke = () => void pump.poke();
    pump.start();
    poke();
    window.addEventListener('online', poke);
    document.addEventListener('visibilitychange', poke);
    return () => {
      pump.stop();
      window.removeEventListener('online', poke);
      document.removeEventListener('visibilitychange', poke);
    };
  }, [pump]);

  const add = useCallback(
    async (entry: QueueEntry) => {
      await queue.add(entry);
      void pump.poke();
    },
    [queue, pump],
  );
  const forgetRefused = useCallback((ids: readonly string[]) => queue.forgetRefused(ids), [queue]);

  return { ...picture, add, forgetRefused };
}

async function takePicture(queue: OfflineQueue): Promise<QueuePicture> {
  const [taps, fixCount, refused] = await Promise.all([
    queue.findWaitingTaps(),
    queue.count('fixes'),
    queue.findRefused(),
  ]);
  return { taps, fixCount, refused };
}
