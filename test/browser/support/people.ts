import { expect, type Page } from '@playwright/test';
import { ApiSession } from '../../../apps/simulator/src/index.js';
import { DEMO_PASSWORD } from '../../../database/seeds/demo/sign-ins.js';
import { type Product, productUnderTest } from './product.js';

/** Signs a person of the demo in on a desktop page, as the person would. */
export async function signInAt(
  page: Page,
  path: string,
  username: string,
  { baseUrl }: Pick<Product, 'baseUrl'> = productUnderTest(),
): Promise<void> {
  await page.goto(`${baseUrl}${path}`);
  await page.getByTestId('sign-in-username').fill(username);
  await page.getByTestId('sign-in-password').fill(DEMO_PASSWORD);
  await page.getByTestId('sign-in-submit').click();
  await expect(page.getByTestId('sign-in-submit')).toBeHidden();
}

/** The same person by the API, for what has no page of its own yet. */
export const signInByApi = (username: string): Promise<ApiSession> =>
  ApiSession.signIn(productUnderTest().baseUrl, username, DEMO_PASSWORD);
