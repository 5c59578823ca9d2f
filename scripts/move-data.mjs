// Moves what the embedded database of DATA_DIR keeps to the empty PostgreSQL that DATABASE_URL names, a line of JSON for
// each table and one for the sum. Builds when there is nothing built.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';

const SERVER = resolve('dist/apps/server/main.js');

if (!existsSync(SERVER)) await buildWhenStale();
process.argv.splice(2, 0, 'move-data');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(SERVER).href);
