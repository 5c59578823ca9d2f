import type { Page } from '@playwright/test';

/** Where the browser run keeps its pictures: README shows them. */
const FOLDER = 'docs/images';

export const takePicture = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
};
