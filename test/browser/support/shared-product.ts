import { test as base } from '@playwright/test';
import startProduct from './start-product.js';

/** Tests that take turns at one product, which starts with the first of them and ends with the last. */
export const test = base.extend<object, { sharedProduct: void }>({
  sharedProduct: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const endProduct = await startProduct();
      await use();
      await endProduct();
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],
});
