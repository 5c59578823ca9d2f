// The product itself: builds when there is nothing built, then becomes the server.
import { existsSync } from 'node:fs';
import { buildWhenStale } from './build-when-stale.mjs';

const SERVER = 'dist/apps/server/main.js';

if (!existsSync(SERVER)) await buildWhenStale();
process.setSourceMapsEnabled(true);
await import(`../${SERVER}`);
