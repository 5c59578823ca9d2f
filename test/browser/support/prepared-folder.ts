import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startProcess } from './product-process.js';

const FOLDER_VARIABLE = 'TONGYUN_PREPARED';

/** Loads the demo's data once for the whole run; answers with the end of what it made. */
export async function prepareFolder(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tongyun-prepared-'));
  const product = await startProcess(folder, await freePorts());
  await product.stop();
  process.env[FOLDER_VARIABLE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A folder of one's own with the demo's data in it, in which a product starts in a moment. */
export function copyPreparedFolder(prefix: string): string {
  const prepared = process.env[FOLDER_VARIABLE];
  if (prepared === undefined) throw new Error('the global setup did not prepare a folder');
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // A lock is its holder's: none of it is data.
  cpSync(prepared, folder, { recursive: true, filter: (path) => !path.endsWith('.sock') });
  return folder;
}
