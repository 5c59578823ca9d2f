import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { SolverSettings } from '@tongyun/dispatch';

const PROGRAM = 'libs/dispatch/src/day/solving/day-solver.worker.ts';

/** Opens real solving threads under a test runner, which cannot start one from TypeScript: bundled once. */
export async function bundledThreads(): Promise<Required<Pick<SolverSettings, 'openThread'>>> {
  const folder = await mkdtemp(join(tmpdir(), 'tongyun-solver-'));
  const entries = JSON.stringify({ worker: PROGRAM });
  const script = `import { bundle } from './scripts/bundle.mjs'; await bundle(${entries}, ${JSON.stringify(folder)});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  const file = pathToFileURL(join(folder, 'worker.mjs'));
  return { openThread: (data) => new Worker(file, { workerData: data }) };
}
