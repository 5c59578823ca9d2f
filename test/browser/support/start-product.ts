import { rmSync } from 'node:fs';
import { copyPreparedFolder } from './prepared-folder.js';
import { freePorts, startProcess } from './product-process.js';
import { tellProduct } from './product.js';

/**
 * Starts the built product with the demo's data in a folder of its own, as the one under test from now on;
 * answers with its end.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const folder = copyPreparedFolder('tongyun-e2e-');
  const product = await startProcess(folder, await freePorts());
  tellProduct({ baseUrl: product.baseUrl, jt808Port: product.jt808Port });

  return async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
