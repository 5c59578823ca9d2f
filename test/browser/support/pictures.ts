import { expect, type Page } from '@playwright/test';

/** Where the browser run keeps its pictures: README shows them. */
const FOLDER = 'docs/images';

/** Less is the picture of an empty sheet: what is on a map does not pack so well. */
const DRAWN_FROM_BYTES = 60_000;

/** Waits until the city is on the map: a machine without a graphics card takes its time. */
export const untilMapIsDrawn = async (page: Page): Promise<void> => {
  const map = page.getByTestId('city-map');
  const drawn = { timeout: 60_000, intervals: [1_000] };
  await expect
    .poll(async () => (await map.screenshot()).length, drawn)
    .toBeGreaterThan(DRAWN_FROM_BYTES);
};

export const takePicture = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
};
