import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';

const SERVER = resolve('dist/apps/server/main.js');

/**
 * Becomes the built server, which reads the rest of the command line; builds when there is nothing built.
 *
 * @param command what the server does instead of serving; left out, it serves
 */
export async function becomeServer(...command) {
  if (!existsSync(SERVER)) await buildWhenStale();
  process.argv.splice(2, 0, ...command);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(SERVER).href);
}
