// Builds the product when a source is newer than the last build, so that a second start takes seconds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['apps', 'libs', 'database', 'package-lock.json', 'nest-cli.json', 'tsconfig.json'];
const STAMP = 'dist/.built-from';

/** Newest modification time below a path, in milliseconds, and how many files there are. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return { at: stat.mtimeMs, files: 1 };
  return readdirSync(path)
    .map((name) => newest(join(path, name)))
    .reduce((a, b) => ({ at: Math.max(a.at, b.at), files: a.files + b.files }), {
      at: 0,
      files: 0,
    });
}

function stampOf(paths) {
  const found = paths.map(newest);
  return `${Math.max(...found.map(({ at }) => at))} ${found.reduce((sum, { files }) => sum + files, 0)}`;
}

function lastStamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Builds everything, its two parts beside each other, and remembers from what; ends the process when one fails. */
export async function build(output = 'inherit') {
  const stamp = stampOf(SOURCES);
  await Promise.all(
    ['build:server', 'build:web'].map(async (part) => {
      const building = spawn('npm', ['run', '--silent', part], {
        stdio: ['ignore', output, 'inherit'],
        shell: process.platform === 'win32',
      });
      const [code] = await once(building, 'exit');
      if (code !== 0) process.exit(code ?? 1);
    }),
  );
  mkdirSync('dist', { recursive: true });
  writeFileSync(STAMP, stamp);
}

/** Whether a source is newer than the last build of everything, or there was none. */
export const isStale = () => lastStamp() !== stampOf(SOURCES);

/** Leaves `dist/` up to date; ends the process when the build fails. */
export async function buildWhenStale() {
  if (!isStale()) return;
  console.log('Building …');
  await build('ignore');
}
