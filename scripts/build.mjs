// Builds everything, so that `npm run demo` finds nothing left to build.
import { build } from './build-when-stale.mjs';

await build();
