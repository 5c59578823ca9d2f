import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockDataFolder } from './data-folder-lock.js';

export type WorkerMessage =
  { readonly state: 'open'; readonly url: string } | { readonly state: 'closed' };

export interface KeptDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the embedded database of a data folder, for this process alone, in a thread of its own: a
 * long query then does not hold up the sockets.
 *
 * @param onFault the thread died; nothing that needs the database can go on
 */
export async function openKeptDatabase(
  dataDir: string,
  onFault: (error: Error) => void,
): Promise<KeptDatabase> {
  const unlock = await lockDataFolder(dataDir);
  const worker = new Worker(new URL('./embedded-database.worker.ts', import.meta.url), {
    workerData: { dataDir: join(dataDir, 'postgres') },
  });
  try {
    const { url } = await nextMessage(worker, 'open');
    worker.on('error', onFault);
    return {
      url,
      close: async () => {
        worker.postMessage('close');
        await nextMessage(worker, 'closed');
        await worker.terminate();
        await unlock();
      },
    };
  } catch (error) {
    await worker.terminate();
    await unlock();
    throw error;
  }
}

function nextMessage<State extends WorkerMessage['state']>(
  worker: Worker,
  state: State,
): Promise<Extract<WorkerMessage, { state: State }>> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The database thread ended')));
    worker.once('message', (message: WorkerMessage) => {
      worker.off('error', reject);
      if (message.state === state) resolve(message as Extract<WorkerMessage, { state: State }>);
    });
  });
}
