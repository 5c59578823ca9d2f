import { parentPort, workerData } from 'node:worker_threads';
import { startEmbeddedDatabase } from './embedded-database.js';
import type { WorkerMessage } from './kept-database.js';

const { dataDir } = workerData as { dataDir: string };
const tell = (message: WorkerMessage) => parentPort!.postMessage(message);

const database = await startEmbeddedDatabase({ dataDir });
parentPort!.once('message', () => {
  void database.close().then(() => tell({ state: 'closed' }));
});
tell({ state: 'open', url: database.url });
