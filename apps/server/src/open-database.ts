import { openKeptDatabase } from '@tongyun/platform';
import { createDataSource } from '../../../database/data-source.js';
import type { ServerConfig } from './config.js';

export interface OpenedDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The database of the settings: with every migration run, or, where it is only read, as it is. Throws
 * when it is only read and a migration waits.
 */
export async function openDatabase(
  config: ServerConfig,
  onFault: (error: Error) => void,
  isOnlyRead = false,
): Promise<OpenedDatabase> {
  const database =
    config.DATABASE_URL === undefined
      ? await openKeptDatabase(config.DATA_DIR, onFault)
      : { url: config.DATABASE_URL, close: async () => undefined };
  try {
    if (isOnlyRead) await refuseWaitingMigrations(database.url);
    else await migrate(database.url, config.DATABASE_URL === undefined);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Runs every migration that waits.
 *
 * @param isOurs nobody else can have the database open: leases in it are a dead process's
 */
export async function migrate(url: string, isOurs: boolean): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  try {
    await dataSource.runMigrations();
    if (isOurs) await dataSource.query('DELETE FROM lease');
  } finally {
    await dataSource.destroy();
  }
}

async function refuseWaitingMigrations(url: string): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  try {
    if (await dataSource.showMigrations()) {
      throw new Error(
        'The database is of an older version: start the product once, then ask again.',
      );
    }
  } finally {
    await dataSource.destroy();
  }
}
