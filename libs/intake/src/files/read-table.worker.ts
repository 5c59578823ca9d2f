import { parentPort, workerData } from 'node:worker_threads';
import { answerOf, type ReadingJob } from './reading-job.js';

parentPort!.postMessage(await answerOf(workerData as ReadingJob));
