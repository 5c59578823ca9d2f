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
