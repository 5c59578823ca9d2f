import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { freePorts, startProcess } from './product-process.js';
import { copyPreparedDatabase, createPreparedDatabase } from './run-databases.js';

const FOLDER_VARIABLE = 'TONGYUN_PREPARED';

/** What a product starts with: its folder, and where its database is. */
export interface DemoCopy {
  readonly folder: string;
  readonly settings: { readonly DATABASE_URL: string };
}

/** Says, once for the whole run, where the demo's files will be. */
export function namePreparedFolder(): void {
  process.env[FOLDER_VARIABLE] ??= join(tmpdir(), `tongyun-prepared-${process.pid}`);
}

/** Loads the demo once for the whole run. */
export async function prepareDemo(): Promise<void> {
  const folder = preparedFolder();
  mkdirSync(folder);
  const settings = { DATABASE_URL: await createPreparedDatabase() };
  const product = await startProcess(folder, await freePorts(), settings);
  await product.stop();
}

export const forgetPreparedFolder = (): void =>
  rmSync(preparedFolder(), { recursive: true, force: true });

/** The demo's data, one's own, with which a product starts in a moment. */
export async function copyDemo(prefix: string): Promise<DemoCopy> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // A lock is its holder's: none of it is data.
  cpSync(preparedFolder(), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('.sock'),
  });
  return { folder, settings: { DATABASE_URL: await copyPreparedDatabase(basename(folder)) } };
}

function preparedFolder(): string {
  const folder = process.env[FOLDER_VARIABLE];
  if (folder === undefined) throw new Error('the configuration did not name a folder');
  return folder;
}
