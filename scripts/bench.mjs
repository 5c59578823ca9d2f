// Runs bench/NAME.bench.ts; progress goes to stderr, the last line is one JSON object.
//
// What is measured is bundled first, as the product is: a module loader's indirections cost a hot loop dearly.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildWhenStale } from './build-when-stale.mjs';

const [name, ...args] = process.argv.slice(2);
const file = `bench/${name}.bench.ts`;
if (name === undefined || !existsSync(file)) {
  const names = readdirSync('bench').flatMap((it) => it.match(/^(.+)\.bench\.ts$/)?.[1] ?? []);
  console.error(`Usage: npm run bench -- NAME, one of: ${names.join(', ')}`);
  process.exit(2);
}

/** `NAME.worker.ts` beside a benchmark becomes `NAME.worker.mjs` beside its bundle. */
const workers = readdirSync('bench').filter((it) => it.endsWith('.worker.ts'));
const outDir = resolve('dist/bench', name);
await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { tsconfigPaths: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        [`${name}.bench.ts`, ...workers].map((it) => [it.replace(/\.ts$/, ''), `bench/${it}`]),
      ),
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});

const module = await import(pathToFileURL(`${outDir}/${name}.bench.mjs`).href);
if (module.measuresProduct === true) buildWhenStale();
const figures = await module.run(args);
console.log(JSON.stringify({ bench: name, ...figures }));
