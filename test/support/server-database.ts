import { Client } from 'pg';
import { createDataSource } from '../../database/data-source.js';
import { hashOfMigrations } from './migrated-snapshot.js';

/** Serialises the making of the template among the workers; any number will do. */
const TEMPLATE_LOCK = 808_2019;

let opened = 0;

/**
 * A fresh copy of the migrated schema for this worker: `…_1_1_test`, `…_2_1_test`, and `…_1_2_test`
 * for a spec that opens a second.
 *
 * The copies are cloned from a template that the first to come migrates, once for each state of the
 * migrations.
 *
 * @param url of a database whose name ends in `_test`; others are refused
 */
export async function cloneForWorker(url: string): Promise<string> {
  const name = nameOf(url);
  if (!name.endsWith('_test')) {
    throw new Error('TEST_DATABASE_URL must name a database that ends in _test');
  }
  const stem = name.slice(0, -'_test'.length);
  const template = `${stem}_${(await hashOfMigrations()).slice(0, 8)}_template_test`;
  opened += 1;
  const clone = `${stem}_${process.env['JEST_WORKER_ID'] ?? '1'}_${opened}_test`;

  const admin = new Client({ connectionString: withName(url, 'postgres') });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (!(await exists(admin, template))) await makeTemplate(admin, url, template);
    await admin.query(`DROP DATABASE IF EXISTS "${clone}" WITH (FORCE)`);
    // Seen to take half the time of writing its thousands of small files to the log.
    await admin.query(`CREATE DATABASE "${clone}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
  } finally {
    await admin.end(); // gives the lock back too
  }
  return withName(url, clone);
}

/** Under another name until it is whole: a run that was killed leaves no half template. */
async function makeTemplate(admin: Client, url: string, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`;
  await admin.query(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`);
  await admin.query(`CREATE DATABASE "${unfinished}"`);
  const dataSource = await createDataSource(withName(url, unfinished)).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  await admin.query(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`);
}

async function exists(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  return rowCount === 1;
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

function withName(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
