// What other rules would have raised on stored fixes: FILE.json holds values of policy by their keys. Builds when
// there is nothing built; reads the database that DATABASE_URL or DATA_DIR names.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';

const SERVER = resolve('dist/apps/server/main.js');

if (!existsSync(SERVER)) await buildWhenStale();
process.argv.splice(2, 0, 'judge-again');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(SERVER).href);
