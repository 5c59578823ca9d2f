import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { prepareFolder } from './prepared-folder.js';
import { SERVER } from './product-process.js';
import startProduct from './start-product.js';

/** Loads the demo once, and starts from it the product that the specs without one of their own share. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(SERVER)) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  const forgetFolder = await prepareFolder();
  const endProduct = await startProduct();
  return async () => {
    await endProduct();
    forgetFolder();
  };
}
