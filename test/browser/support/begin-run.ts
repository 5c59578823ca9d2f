import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { startForgetfulPostgres } from '../../../scripts/throwaway-postgres.mjs';
import { SERVER } from './product-process.js';
import { tellRunServer } from './run-databases.js';

/** Builds the product where it was not built yet, and starts the PostgreSQL of the run; answers with its end. */
export default async function beginRun(): Promise<() => Promise<void>> {
  if (!existsSync(SERVER)) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  const postgres = await startForgetfulPostgres();
  tellRunServer(postgres.urlOf('postgres'));
  return () => postgres.stop();
}
