import { parentPort, workerData } from 'node:worker_threads';
import { solveJob, type SolveJob, type SolvingNews } from './solve-job.js';

const tell = (news: SolvingNews): void => parentPort!.postMessage(news);

const solved = solveJob(
  workerData as SolveJob,
  () => performance.now(),
  (share) => tell({ kind: 'progress', share }),
);
tell({ kind: 'solved', solved });
