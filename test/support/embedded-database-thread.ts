import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { startEmbeddedDatabase } from '@tongyun/platform';

const { snapshotFile } = workerData as { snapshotFile: string };
const snapshot = new Blob([await readFile(snapshotFile)]);
const { url } = await startEmbeddedDatabase({ snapshot });
parentPort!.postMessage(url);
