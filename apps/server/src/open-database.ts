import { openKeptDatabase } from '@tongyun/platform';
import { createDataSource } from '../../../database/data-source.js';
import type { ServerConfig } from './config.js';

export interface OpenedDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** The database of the settings, with every migration run. */
export async function openDatabase(
  config: ServerConfig,
  onFault: (error: Error) => void,
): Promise<OpenedDatabase> {
  const database =
    config.DATABASE_URL === undefined
      ? await openKeptDatabase(config.DATA_DIR, onFault)
      : { url: config.DATABASE_URL, close: async () => undefined };
  try {
    await migrate(database.url, config.DATABASE_URL === undefined);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @param isOurs nobody else can have the database open: leases in it are a dead process's */
async function migrate(url: string, isOurs: boolean): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  try {
    await dataSource.runMigrations();
    if (isOurs) await dataSource.query('DELETE FROM lease');
  } finally {
    await dataSource.destroy();
  }
}
