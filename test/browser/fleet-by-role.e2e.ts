import { deviceCodeView, driverPage } from '@tongyun/contracts';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { DEMO_ENTERPRISES } from '../../database/seeds/demo/enterprises.js';
import { DEMO_SITES } from '../../database/seeds/demo/sites.js';
import { DEMO_HAULIER } from '../../database/seeds/demo/vehicles.js';
import { aPdf } from '../support/some-files.js';
import {
  choose,
  closeDrawer,
  confirm,
  decide,
  dialog,
  findVehicle,
  open,
  rowOf,
} from './support/admin-page.js';
import { expectAccessible } from './support/expect-accessible.js';
import { signInAt, signInByApi } from './support/people.js';
import { productUnderTest } from './support/product.js';
import { test } from './support/shared-product.js';

/** A boom pump of the haulage firm, which signs in nowhere. */
const PLATE = '浙A8P613';
const USER = DEMO_ENTERPRISES.find(({ key }) => key === 'QJ')!;
/** One of two of its enterprise. */
const PLANT = '萧绍宁围站';
const PHONE = { viewport: { width: 412, height: 915 }, hasTouch: true, isMobile: true } as const;
const MISSPELT = { name: '孙得龙', phone: '13800000631' } as const;
const CORRECTED = { name: '孙德龙', phone: '13800000613' } as const;

test.describe.configure({ mode: 'serial' });
test.describe('vehicles and drivers, taken through by role', () => {
  let contexts: BrowserContext[] = [];
  let administration: Page;
  let enterprise: Page;
  let district: Page;
  let phone: Page;

  test.beforeAll(async ({ browser }) => {
    const asRole = async (username: string): Promise<Page> => {
      const context = await browser.newContext();
      contexts = [...contexts, context];
      const page = await context.newPage();
      await signInAt(page, '/admin', username);
      return page;
    };
    [administration, enterprise, district] = [
      await asRole('guanlizhan'),
      await asRole('jingli'),
      await asRole('qujianju'),
    ];
    const pocket = await browser.newContext(PHONE);
    contexts = [...contexts, pocket];
    phone = await pocket.newPage();
  });
  test.afterAll(() => Promise.all(contexts.map((context) => context.close())));

  test('the administration enters a vehicle of a haulage firm, and an enterprise comes to use it', async () => {
    await open(administration, 'registrations');
    await administration.getByTestId('enter-vehicle').click();
    await dialog(administration).getByText('汽车泵', { exact: true }).click();
    await dialog(administration).getByLabel('车牌号').fill(PLATE);
    await dialog(administration).getByLabel('臂架长度（米）').fill('56');
    await dialog(administration).getByLabel('产权单位').fill(DEMO_HAULIER);
    await confirm(administration);
    await findVehicle(administration, PLATE);
    await expect(rowOf(administration, PLATE)).toContainText(DEMO_HAULIER);

    await rowOf(administration, PLATE).getByTestId('agreements').click();
    await dialog(administration).getByTestId('agree-use').click();
    const form = administration.getByTestId('agree-use-form');
    await form.getByLabel('使用企业').click();
    await administration.keyboard.insertText(USER.name);
    await choose(administration, USER.name);
    await administration.locator('.ant-modal-footer .ant-btn-primary').click();
    await expect(rowOf(administration, USER.name)).toContainText('使用中');
    await expectAccessible(administration);
    await closeDrawer(administration);
    await expect(rowOf(administration, PLATE)).toContainText(`${USER.shortName}使用`);
  });

  test('the enterprise that uses it hands it in, its own bureau reviews it and the city registers it', async () => {
    await findVehicle(enterprise, PLATE);
    await expect(rowOf(enterprise, PLATE)).toContainText(DEMO_HAULIER);
    await rowOf(enterprise, PLATE).getByRole('button', { name: '材料' }).click();
    const file = { name: '行驶证.pdf', mimeType: 'application/pdf', buffer: aPdf() };
    await dialog(enterprise).locator('input[type=file]').setInputFiles(file);
    await expect(rowOf(enterprise, '行驶证', 'PDF')).toHaveCount(1);
    await closeDrawer(enterprise);
    await rowOf(enterprise, PLATE).getByRole('button', { name: '提交备案' }).click();
    await dialog(enterprise).getByRole('textbox').fill('租用泵车，代产权单位申请备案');
    await confirm(enterprise);
    await expect(rowOf(enterprise, PLATE)).toContainText('已提交');

    await findVehicle(district, PLATE);
    await decide(district, PLATE, '区县审核通过', '租赁合同与行驶证齐全');
    await expect(rowOf(district, PLATE)).toContainText('区县已审');
    await findVehicle(administration, PLATE);
    await decide(administration, PLATE, '准予备案', '复审通过，准予备案');

    for (const page of [administration, district, enterprise]) {
      await findVehicle(page, PLATE);
      await expect(rowOf(page, PLATE)).toContainText(/已备案/);
      await expect(rowOf(page, PLATE)).toContainText(`${USER.shortName}使用`);
    }
    await expectAccessible(enterprise);
  });

  test('the enterprise corrects what was entered of its driver, and reads what it was', async () => {
    await open(enterprise, 'trainings');
    await enterprise.getByTestId('enter-driver').click();
    await dialog(enterprise).getByLabel('姓名').fill(MISSPELT.name);
    await dialog(enterprise).getByLabel('手机号').fill(MISSPELT.phone);
    await confirm(enterprise);
    await rowOf(enterprise, MISSPELT.name).getByTestId('correct-driver').click();
    await dialog(enterprise).getByLabel('姓名').fill(CORRECTED.name);
    await dialog(enterprise).getByLabel('手机号').fill(CORRECTED.phone);
    await dialog(enterprise).getByText('A2', { exact: true }).click();
    await dialog(enterprise).getByLabel('理由').fill('按身份证和驾驶证更正');
    await confirm(enterprise);

    await expect(rowOf(enterprise, MISSPELT.name)).toHaveCount(0);
    await rowOf(enterprise, CORRECTED.name).getByTestId('driver-history').click();
    await expect(dialog(enterprise)).toContainText(`原姓名：${MISSPELT.name}`);
    await expect(dialog(enterprise)).toContainText(`原手机号：${MISSPELT.phone}`);
    await expect(dialog(enterprise)).toContainText('原准驾车型：B2');
    await expect(dialog(enterprise)).toContainText('按身份证和驾驶证更正');
    await expectAccessible(enterprise);
    await closeDrawer(enterprise);
  });

  test('a driver who was let go is signed out of his phone, and listed as having left', async () => {
    const manager = await signInByApi('jingli');
    const drivers = await manager.all('drivers', driverPage);
    const driverId = drivers.find(({ name }) => name === CORRECTED.name)!.id;
    const { code } = await manager.post('auth/device-codes', deviceCodeView, { driverId });
    await phone.goto(`${productUnderTest().baseUrl}/driver`);
    await phone.getByTestId('device-code').fill(code);
    await phone.getByTestId('device-sign-in').click();
    await phone.getByTestId('plate-input').fill(PLATE);

    await rowOf(enterprise, CORRECTED.name).getByTestId('end-employment').click();
    await dialog(enterprise).getByLabel('理由').fill('合同到期，不再续签');
    await dialog(enterprise).locator('.ant-modal-footer .ant-btn-primary').click();
    await expect(dialog(enterprise)).toBeHidden();
    await expect(phone.getByTestId('device-code')).toBeVisible();

    await expect(rowOf(enterprise, CORRECTED.name)).toHaveCount(0);
    await enterprise.getByText('已离职', { exact: true }).click();
    await expect(rowOf(enterprise, CORRECTED.name)).toContainText(/\d{4}-\d{2}-\d{2} 离职/);
    await expect(rowOf(enterprise, CORRECTED.name).getByTestId('correct-driver')).toHaveCount(0);
    await rowOf(enterprise, CORRECTED.name).getByTestId('driver-history').click();
    await expect(dialog(enterprise)).toContainText('合同到期，不再续签');
    await expectAccessible(enterprise);
  });

  test('a plant whose licence the administration suspends is no choice for an order', async ({
    browser,
  }) => {
    const context = await browser.newContext();
    contexts = [...contexts, context];
    const desk = await context.newPage();
    await signInAt(desk, '/dispatcher', 'diaodu-xs');
    const { name: site } = DEMO_SITES.find(({ enterprise: of }) => of === 'XS')!;
    const plant = desk.getByTestId('plant-option').filter({ hasText: PLANT });
    const chooseSite = async () => {
      await desk.getByTestId('new-order').click();
      await desk.getByTestId('order-site').click();
      await desk.getByTitle(site).click();
    };

    for (const [licence, words, isShut] of [
      ['暂停', '许可已暂停，不得供应', true],
      ['有资质', '可供应', false],
    ] as const) {
      await open(administration, 'plants');
      await rowOf(administration, PLANT).getByRole('button', { name: '资质决定' }).click();
      await dialog(administration).getByText(licence, { exact: true }).click();
      await dialog(administration).getByLabel('理由').fill('现场与资质证书核对');
      await confirm(administration);
      await expect(rowOf(administration, PLANT)).toContainText(licence);

      await desk.reload();
      await chooseSite();
      await expect(plant).toContainText(words);
      await expect(plant.getByRole('radio')).toBeEnabled({ enabled: !isShut });
    }
  });
});
