// Runs the database and app specs against a real PostgreSQL + PostGIS that lives as long as the run.
import { spawn } from 'node:child_process';
import { Client } from 'pg';
import { startForgetfulPostgres } from './throwaway-postgres.mjs';

const postgres = await startForgetfulPostgres();
let code = 1;
try {
  const admin = new Client({ connectionString: postgres.urlOf('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE tongyun_test');
  await admin.end();

  const jest = spawn(
    process.execPath,
    [
      '--import',
      '@swc-node/register/esm-register',
      'node_modules/jest/bin/jest.js',
      '--testPathPatterns',
      String.raw`\.(db|app|services)\.spec\.ts$`,
      ...process.argv.slice(2),
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TEST_DATABASE_URL: postgres.urlOf('tongyun_test') },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
  code = await new Promise((resolve) => jest.once('exit', (exit) => resolve(exit ?? 1)));
} finally {
  await postgres.stop();
}
process.exit(code);
