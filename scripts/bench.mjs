// Runs bench/NAME.bench.ts; progress goes to stderr, the last line is one JSON object.
//
// What is measured is bundled first, as the product is: a module loader's indirections cost a hot loop dearly.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';
import { bundle } from './bundle.mjs';

const [name, ...args] = process.argv.slice(2);
const file = `bench/${name}.bench.ts`;
if (name === undefined || !existsSync(file)) {
  const names = readdirSync('bench').flatMap((it) => it.match(/^(.+)\.bench\.ts$/)?.[1] ?? []);
  console.error(`Usage: npm run bench -- NAME, one of: ${names.join(', ')}`);
  process.exit(2);
}

const outDir = resolve('dist/bench');
// What it starts as processes of their own lies beside it: bench/NAME/PART.process.ts becomes NAME-PART.mjs.
const parts = existsSync(`bench/${name}`) ? readdirSync(`bench/${name}`) : [];
const processes = parts.flatMap((it) => it.match(/^(.+)\.process\.ts$/)?.[1] ?? []);
const entries = processes.map((it) => [`${name}-${it}`, `bench/${name}/${it}.process.ts`]);
await bundle({ [name]: file, ...Object.fromEntries(entries) }, outDir);

const module = await import(pathToFileURL(`${outDir}/${name}.mjs`).href);
if (module.measuresProduct === true) buildWhenStale();
const figures = await module.run(args);
console.log(JSON.stringify({ bench: name, ...figures }));
