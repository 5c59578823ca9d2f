import { expect, type Locator, type Page } from '@playwright/test';

export const open = (page: Page, tab: string): Promise<void> =>
  page.getByTestId(`tab-${tab}`).click();

/** The row of the list, and no other, that has all these words. */
export const rowOf = (page: Page, ...words: string[]): Locator =>
  words.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'));

export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Presses the dialog's main button, and waits until the dialog has gone. */
export async function confirm(page: Page): Promise<void> {
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click();
  await expect(dialog(page)).toBeHidden();
}

/** Takes a choice of the select that is open. */
export const choose = (page: Page, words: string): Promise<void> =>
  page.locator('.ant-select-item-option:visible').filter({ hasText: words }).first().click();

export const closeDrawer = (page: Page): Promise<void> => page.locator('.ant-drawer-close').click();

/** The one vehicle in the list of registrations, as it is now, whatever others have done to it meanwhile. */
export async function findVehicle(page: Page, plateNo: string): Promise<void> {
  await page.reload();
  await open(page, 'registrations');
  await page.getByTestId('plate-search').getByRole('searchbox').fill(plateNo);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(2);
}

/** Takes the step with what the row names, for a reason. */
export async function decide(
  page: Page,
  named: string,
  step: string,
  reason: string,
): Promise<void> {
  await rowOf(page, named).getByRole('button', { name: '办理' }).click();
  await dialog(page).getByText(step, { exact: true }).click();
  await dialog(page).getByRole('textbox').fill(reason);
  await confirm(page);
}
