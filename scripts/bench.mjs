// Runs bench/NAME.bench.ts; progress goes to stderr, the last line is one JSON object.
import { existsSync, readdirSync } from 'node:fs';
import { runnerImport } from 'vite';
import { buildWhenStale } from './build-when-stale.mjs';

const [name, ...args] = process.argv.slice(2);
const file = `bench/${name}.bench.ts`;
if (name === undefined || !existsSync(file)) {
  const names = readdirSync('bench').flatMap((it) => it.match(/^(.+)\.bench\.ts$/)?.[1] ?? []);
  console.error(`Usage: npm run bench -- NAME, one of: ${names.join(', ')}`);
  process.exit(2);
}

buildWhenStale();
const { module } = await runnerImport(`./${file}`, {
  configFile: false,
  logLevel: 'warn',
  resolve: { tsconfigPaths: true },
});
const figures = await module.run(args);
console.log(JSON.stringify({ bench: name, ...figures }));
