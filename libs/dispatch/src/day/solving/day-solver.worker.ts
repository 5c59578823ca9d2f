import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type ThreadData, type ThreadNews } from './thread-job.js';

const tell = (news: ThreadNews): void => parentPort!.postMessage(news);
const { job, enough } = workerData as ThreadData;

const answer = doJob(job, {
  clockMs: () => performance.now(),
  onProgress: (progress) => tell({ kind: 'progress', progress }),
  isEnough: () => Atomics.load(enough, 0) === 1,
});
tell({ kind: 'done', answer });
