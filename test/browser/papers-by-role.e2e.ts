import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { aPdf } from '../support/some-files.js';
import { expectAccessible } from './support/expect-accessible.js';
import { signInAt } from './support/people.js';
import startProduct from './support/start-product.js';

/** Of 滨江区, whose bureau reviews it first. */
const PLATE = '浙A8T612';

const open = (page: Page, tab: string) => page.getByTestId(`tab-${tab}`).click();
const rowOf = (page: Page, ...words: string[]) =>
  words.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'));
const dialog = (page: Page) => page.getByRole('dialog');
const confirm = async (page: Page) => {
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click();
  await expect(dialog(page)).toBeHidden();
};
const closeDrawer = (page: Page) => page.locator('.ant-drawer-close').click();

const findVehicle = async (page: Page) => {
  await page.reload();
  await open(page, 'registrations');
  await page.getByTestId('plate-search').getByRole('searchbox').fill(PLATE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(2);
};
const decide = async (page: Page, step: string, reason: string) => {
  await findVehicle(page);
  await rowOf(page, PLATE).getByRole('button', { name: '办理' }).click();
  await dialog(page).getByText(step, { exact: true }).click();
  await dialog(page).getByRole('textbox').fill(reason);
  await confirm(page);
};

test.describe.configure({ mode: 'serial' });
test.describe('papers, taken through by role', () => {
  let contexts: BrowserContext[] = [];
  let enterprise: Page;
  let district: Page;
  let city: Page;
  let endProduct: (() => Promise<void>) | undefined;

  test.beforeAll(async ({ browser }) => {
    endProduct = await startProduct();
    const asRole = async (username: string): Promise<Page> => {
      const context = await browser.newContext();
      contexts = [...contexts, context];
      const page = await context.newPage();
      await signInAt(page, '/admin', username);
      return page;
    };
    [enterprise, district, city] = [
      await asRole('jingli'),
      await asRole('qujianju'),
      await asRole('guanlizhan'),
    ];
  });
  test.afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await endProduct?.();
  });

  const attach = async (name: string, mimeType: string, buffer: Buffer) => {
    await dialog(enterprise).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  };
  test('the enterprise enters a vehicle, attaches its licence and hands it in', async () => {
    await open(enterprise, 'registrations');
    await enterprise.getByTestId('enter-vehicle').click();
    await dialog(enterprise).getByLabel('车牌号').fill(PLATE.toLowerCase());
    await dialog(enterprise).getByLabel('罐体容积（m³）').fill('12');
    await dialog(enterprise).getByLabel('排放标准').fill('国六');
    await confirm(enterprise);
    await findVehicle(enterprise);
    await expect(rowOf(enterprise, PLATE)).toContainText('草稿');

    await rowOf(enterprise, PLATE).getByRole('button', { name: '材料' }).click();
    await attach('program.pdf', 'application/pdf', Buffer.from('MZ program'));
    await expect(dialog(enterprise).getByTestId('refusal-notice')).toContainText(
      '只接收完整的 PDF、JPEG、PNG 文件',
    );
    await attach('行驶证.pdf', 'application/pdf', aPdf());
    await expect(rowOf(enterprise, '行驶证', 'PDF')).toHaveCount(1);
    await expect(dialog(enterprise).getByTestId('refusal-notice')).toHaveCount(0);
    await expectAccessible(enterprise);
    await closeDrawer(enterprise);

    await rowOf(enterprise, PLATE).getByRole('button', { name: '提交备案' }).click();
    await dialog(enterprise).getByRole('textbox').fill('新购搅拌车，申请备案');
    await confirm(enterprise);
    await expect(rowOf(enterprise, PLATE)).toContainText('已提交');
    await expect(rowOf(enterprise, PLATE).getByRole('button', { name: '提交备案' })).toHaveCount(0);
  });

  test('the district sends it back, and reviews it once it is corrected', async () => {
    await findVehicle(district);
    await rowOf(district, PLATE).getByRole('button', { name: '材料' }).click();
    await expect(rowOf(district, '行驶证')).toHaveCount(1);
    await expect(district.locator('input[type=file]')).toHaveCount(0);
    await closeDrawer(district);
    await decide(district, '退回', '缺道路运输证');
    await findVehicle(enterprise);
    await rowOf(enterprise, PLATE).getByRole('button', { name: '改正后重新提交' }).click();
    await dialog(enterprise).getByRole('textbox').fill('已补道路运输证');
    await confirm(enterprise);

    await decide(district, '区县审核通过', '材料齐全');

    await expect(rowOf(district, PLATE)).toContainText('区县已审');
    await expect(rowOf(district, PLATE).getByRole('button', { name: '办理' })).toHaveCount(0);
  });

  test('the city registers it, and everybody reads how it went', async () => {
    await decide(city, '准予备案', '复审通过，准予备案');
    await expect(rowOf(city, PLATE)).toContainText('已备案');

    await findVehicle(enterprise);
    await rowOf(enterprise, PLATE).getByRole('button', { name: '历史' }).click();
    const steps = dialog(enterprise).locator('.ant-timeline-item');
    await expect(steps).toHaveCount(5);
    await expect(steps.nth(1)).toContainText('缺道路运输证');
    await expect(steps.nth(1)).toContainText('区县建设局');
    await expect(steps.nth(4)).toContainText('市商品混凝土管理站');
    await expectAccessible(enterprise);
    await closeDrawer(enterprise);
  });
});
