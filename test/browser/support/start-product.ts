import { rmSync } from 'node:fs';
import { copyDemo } from './prepared-demo.js';
import { freePorts, startProcess } from './product-process.js';
import { tellProduct } from './product.js';

/**
 * Starts the built product with a copy of the demo of its own, as the one under test from now on;
 * answers with its end.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const { folder, settings } = await copyDemo('tongyun-e2e-');
  const product = await startProcess(folder, await freePorts(), settings);
  tellProduct({ baseUrl: product.baseUrl, jt808Port: product.jt808Port });

  return async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
