import { openKeptDatabase } from '@tongyun/platform';
import { Client } from 'pg';
import {
  type MovedTable,
  moveRows,
  refuseNothing,
  refuseRows,
} from '../../../database/move/move-rows.js';
import type { ServerConfig } from './config.js';
import { migrate } from './open-database.js';

/**
 * Moves everything that the embedded database of DATA_DIR keeps to the empty PostgreSQL that
 * DATABASE_URL names, and prints a line of JSON for each table with rows and one for the sum. The
 * embedded database stays as it is. The product must not run: it holds the folder.
 *
 * Throws, with nothing moved, where DATABASE_URL is not set or names a database that has rows, or where
 * DATA_DIR has none.
 */
export async function moveData(
  config: ServerConfig,
  onFault: (error: Error) => void,
): Promise<readonly MovedTable[]> {
  const { DATABASE_URL, DATA_DIR, FILES_DIR } = config;
  if (DATABASE_URL === undefined) {
    throw new Error('Wrong settings:\nDATABASE_URL must name the PostgreSQL to move to');
  }
  const kept = await openKeptDatabase(DATA_DIR, onFault);
  try {
    const moved = await between(kept.url, DATABASE_URL);
    for (const each of moved) if (each.rows > 0) console.log(JSON.stringify(each));
    const rows = moved.reduce((sum, each) => sum + each.rows, 0);
    console.log(JSON.stringify({ tables: moved.length, rows, filesStayIn: FILES_DIR }));
    return moved;
  } finally {
    await kept.close();
  }
}

async function between(sourceUrl: string, targetUrl: string): Promise<MovedTable[]> {
  const source = new Client({ connectionString: sourceUrl });
  const target = new Client({ connectionString: targetUrl });
  try {
    await target.connect();
    await refuseRows(target); // before the schema of somebody's database is changed
    await migrate(sourceUrl, true);
    await source.connect();
    await refuseNothing(source);
    await migrate(targetUrl, false);
    return await moveRows(source, target);
  } finally {
    await source.end();
    await target.end();
  }
}
