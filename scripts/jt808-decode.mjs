// Reads hexadecimal digits from standard input, one frame or stream a line; answers each line with one of JSON.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const OUT_DIR = resolve('node_modules/.cache/tongyun/jt808');
const NAME = `jt808-${process.pid}.mjs`;

await build({
  configFile: false,
  logLevel: 'silent',
  resolve: { tsconfigPaths: true },
  build: {
    ssr: 'libs/jt808/src/index.ts',
    outDir: OUT_DIR,
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: NAME } },
  },
});
const { describeStream } = await import(pathToFileURL(`${OUT_DIR}/${NAME}`).href);
rmSync(`${OUT_DIR}/${NAME}`);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const isTaken = process.stdout.write(`${JSON.stringify(describeStream(line))}\n`);
  if (!isTaken) await new Promise((drained) => process.stdout.once('drain', drained));
}
