// Reads hexadecimal digits from standard input, one frame or stream a line; answers each line with one of JSON.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

const OUT_DIR = resolve('node_modules/.cache/tongyun/jt808');
const NAME = `jt808-${process.pid}`;

await bundle({ [NAME]: 'libs/jt808/src/index.ts' }, OUT_DIR);
const file = `${OUT_DIR}/${NAME}.mjs`;
const { describeStream } = await import(pathToFileURL(file).href);
rmSync(file);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const isTaken = process.stdout.write(`${JSON.stringify(describeStream(line))}\n`);
  if (!isTaken) await new Promise((drained) => process.stdout.once('drain', drained));
}
