import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startProcess } from './product-process.js';

const FOLDER_VARIABLE = 'TONGYUN_PREPARED';

/** Says, once for the whole run, where the demo's data will be. */
export function namePreparedFolder(): void {
  process.env[FOLDER_VARIABLE] ??= join(tmpdir(), `tongyun-prepared-${process.pid}`);
}

/** Loads the demo's data once for the whole run. */
export async function prepareFolder(): Promise<void> {
  const folder = preparedFolder();
  mkdirSync(folder);
  const product = await startProcess(folder, await freePorts());
  await product.stop();
}

export const forgetPreparedFolder = (): void =>
  rmSync(preparedFolder(), { recursive: true, force: true });

/** A folder of one's own with the demo's data in it, in which a product starts in a moment. */
export function copyPreparedFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // A lock is its holder's: none of it is data.
  cpSync(preparedFolder(), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('.sock'),
  });
  return folder;
}

function preparedFolder(): string {
  const folder = process.env[FOLDER_VARIABLE];
  if (folder === undefined) throw new Error('the configuration did not name a folder');
  return folder;
}
