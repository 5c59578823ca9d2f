// Everything that must hold before a push: the programs run beside each other, as many as there are cores for.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const SOURCES = ['apps', 'libs', 'database', 'test', 'bench'];

// By its place: two packages bring a `tsc` (docs/adr/0018).
const TSC = ['node', 'node_modules/typescript-native/bin/tsc', '--noEmit'];

/** First what takes longest on one core. */
const CHECKS = [
  ['prettier', '--check', '.'],
  [...TSC, '-p', 'apps/web/tsconfig.json'],
  TSC,
  ['node', 'scripts/graph.mjs', '--check'],
  ['oxlint', ...SOURCES, 'scripts'],
];

/** Says what it said once it has ended, so that no two speak at once. */
const run = ([program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    }
    child.once('error', (error) => resolve({ code: 1, said: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });

const waiting = [...CHECKS];
let failed = 0;
async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { code, said } = await run(check);
    console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${check.join(' ')}`);
    if (said.trim() !== '') console.log(said.trimEnd());
    if (code !== 0) failed += 1;
  }
}
await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
process.exit(failed === 0 ? 0 : 1);
