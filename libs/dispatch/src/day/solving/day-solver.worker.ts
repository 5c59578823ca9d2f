import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type ThreadJob, type ThreadNews } from './thread-job.js';

const tell = (news: ThreadNews): void => parentPort!.postMessage(news);

const answer = doJob(
  workerData as ThreadJob,
  () => performance.now(),
  (share) => tell({ kind: 'progress', share }),
);
tell({ kind: 'done', answer });
