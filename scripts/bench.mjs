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
// What benchmarks start as processes of their own: bench/FOLDER/PART.process.ts becomes FOLDER-PART.mjs.
const entries = readdirSync('bench', { recursive: true }).flatMap((path) => {
  const [, folder, part] = path.match(/^(\w+)\/(\w+)\.process\.ts$/) ?? [];
  return part === undefined ? [] : [[`${folder}-${part}`, `bench/${path}`]];
});
await bundle({ [name]: file, ...Object.fromEntries(entries) }, outDir);

const module = await import(pathToFileURL(`${outDir}/${name}.mjs`).href);
if (module.measuresProduct === true) await buildWhenStale();
const figures = await module.run(args);
console.log(JSON.stringify({ bench: name, ...figures }));
