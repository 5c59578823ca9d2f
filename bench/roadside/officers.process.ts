// The officers of the benchmark, in a process of their own: they ask when it is time, answered or not.
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { roadsideView } from '@tongyun/contracts';
import { questionOf, type Shift, type ShiftReport } from './questions.js';

const LAST_ANSWERS_MS = 20_000;
/** So many connections at once as patrol terminals would hold open. */
const CONNECTIONS = 120;
/** Of so many answers one is read against the contract; the others only for their verdict. */
const READ_EVERY = 100;

interface Answer {
  readonly status: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function ask(url: string, accessToken: string): Promise<Answer> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${accessToken}` };
    const request = get(url, { agent, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', () => resolve({ status: 0, body: '' }));
    });
    request.on('error', () => resolve({ status: 0, body: '' }));
  });
}

async function patrol(shift: Shift): Promise<ShiftReport> {
  const { baseUrl, accessTokens, load, queriesPerSec, seconds } = shift;
  const total = queriesPerSec * seconds;
  const delaysMs: number[] = [];
  const statuses: Record<number, number> = {};
  const verdicts: Record<string, number> = {};
  const askNth = async (nth: number, dueMs: number): Promise<void> => {
    const token = accessTokens[nth % accessTokens.length]!;
    const { status, body } = await ask(`${baseUrl}${questionOf(load, nth)}`, token);
    delaysMs.push(performance.now() - dueMs);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== 200) return;
    if (nth % READ_EVERY === 0) roadsideView.parse(JSON.parse(body));
    const verdict = /"verdict":"(\w+)"/.exec(body)?.[1] ?? 'none';
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  };

  const asked: Promise<void>[] = [];
  const startedMs = performance.now();
  for (let nth = 0; nth < total; nth += 1) {
    const dueMs = startedMs + (nth / queriesPerSec) * 1_000;
    while (performance.now() < dueMs) await wait(1);
    asked.push(askNth(nth, dueMs));
  }
  await Promise.race([Promise.all(asked), wait(LAST_ANSWERS_MS, undefined, { ref: false })]);
  return { delaysMs, statuses, verdicts, tookMs: performance.now() - startedMs };
}

process.on('message', (shift: Shift) => {
  void patrol(shift).then((report) => process.send!(report));
});
process.once('disconnect', () => process.exit(0));
