// Reads the whole record against its chain of hashes, a line of JSON for each finding and one for the sum; ends with
// 1 when anything is not as it was sealed. Builds when there is nothing built; reads the database that DATABASE_URL or
// DATA_DIR names, and writes nothing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';

const SERVER = resolve('dist/apps/server/main.js');

if (!existsSync(SERVER)) await buildWhenStale();
process.argv.splice(2, 0, 'audit-verify');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(SERVER).href);
