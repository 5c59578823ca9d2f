import { declaredTripsResult, plantPage, vehiclePage } from '@tongyun/contracts';
import { addSeconds } from '@tongyun/kernel';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { choose } from './support/admin-page.js';
import { expectAccessible } from './support/expect-accessible.js';
import { signInAt, signInByApi } from './support/people.js';
import startProduct from './support/start-product.js';

const OWNER = '杭州钱江湾混凝土有限公司';
const HEADER = '车辆类型,车牌号,车牌颜色,企业名称,搅拌筒容量（立方米）';
const aFile = (...rows: string[]) => ({
  name: '车辆.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\r\n')),
});

test.describe('the city and its files', () => {
  test.describe.configure({ mode: 'serial' });
  test.use({ viewport: { width: 1440, height: 900 } });

  let endProduct: (() => Promise<void>) | undefined;
  test.beforeAll(async () => {
    endProduct = await startProduct();
  });
  test.afterAll(() => endProduct?.());

  test('a file shows its bad row and why, and goes in once it is corrected', async ({ page }) => {
    await signInAt(page, '/admin#/imports', 'guanlizhan');
    const file = page.locator('input[type=file]');
    await page.getByTestId('import-kind').click();
    await page.getByTitle('车辆', { exact: true }).click();
    await file.setInputFiles(
      aFile(`搅拌车,浙A6F601,黄色,${OWNER},12`, '搅拌车,浙A6F60,黄色,没有的企业,12'),
    );

    await expect(page.getByTestId('import-outcome')).toContainText('1');
    await expect(page.getByTestId('bad-cells')).toContainText('没有的企业');
    await expect(page.getByTestId('import-enter')).toHaveCount(0);

    await file.setInputFiles(
      aFile(`搅拌车,浙A6F601,黄色,${OWNER},12`, `搅拌车,浙A6F602,黄色,${OWNER},12`),
    );
    await page.getByTestId('import-enter').click();
    await expect(page.getByTestId('import-done')).toContainText('2');
  });

  test('the city’s figures are seen, exported and printed, and a mode is changed', async ({
    page,
  }) => {
    await signInAt(page, '/city', 'guanlizhan');
    await expect(page.getByTestId('tile-registered')).toContainText(/[1-9]/);
    const volume = page.getByTestId('chart-volume');
    await expect(volume.getByRole('img').locator('svg')).toBeVisible();
    await volume.getByText('以表格查看').click();
    await expect(volume.getByRole('columnheader', { name: '同期设计产能' })).toBeVisible();
    await expectAccessible(page);

    await page.getByTestId('tab-ledger').click();
    await expect(page.getByTestId('ledger')).toContainText('合计');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('ledger-export').click(),
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await download.path());
    expect(workbook.worksheets[0]!.getRow(2).getCell(1).text).toContain('区县');

    await page.getByTestId('tab-modes').click();
    await page.getByTestId('mode-open').first().click();
    await page.getByTestId('mode-form').getByText('仅定位').click();
    await page.getByTestId('mode-form').locator('textarea').fill('停产期间只看定位');
    await page.getByRole('button', { name: '变更接入方式' }).last().click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByTestId('modes')).toContainText('仅定位');
    await page.getByTestId('mode-open').first().click();
    await expect(page.getByTestId('mode-history')).toContainText('停产期间只看定位');
  });

  test('an enterprise declares a trip, which the city reads beside what positions show', async ({
    page,
  }) => {
    await signInAt(page, '/city#/modes', 'guanlizhan');
    await page.getByRole('row').filter({ hasText: OWNER }).getByTestId('mode-open').click();
    await page.getByTestId('mode-form').getByText('企业申报').click();
    await page.getByTestId('mode-form').locator('textarea').fill('企业用自己的系统调度');
    await page.getByRole('button', { name: '变更接入方式' }).last().click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await declareTrip();

    await page.getByTestId('tab-declared').click();
    await page.getByTestId('city-enterprise').click();
    await choose(page, OWNER);
    const days = page.getByTestId('declared-days').getByRole('row');
    await expect(
      days
        .filter({ hasText: hangzhouDay(new Date()) })
        .getByRole('cell')
        .nth(1),
    ).toHaveText('1');
    await expectAccessible(page);
  });
});

/** As the enterprise's own system tells of one that has just left. */
async function declareTrip(): Promise<void> {
  const manager = await signInByApi('jingli');
  const [plant] = await manager.all('plants', plantPage);
  const vehicles = await manager.all('vehicles', vehiclePage);
  const mixer = vehicles.find(({ kind, plateNo }) => kind === 'mixer' && plateNo !== null);
  await manager.post('declared-trips', declaredTripsResult, {
    trips: [
      {
        enterpriseId: manager.user.enterpriseId,
        tripNo: 'E2E-1',
        plantId: plant?.id,
        plateNo: mixer?.plateNo,
        plateColor: mixer?.plateColor,
        siteName: '江南大道工地',
        grade: 'C30',
        m3: 9,
        leftPlantAt: new Date().toISOString(),
      },
    ],
  });
}

const hangzhouDay = (at: Date): string =>
  addSeconds(at, 8 * 3_600)
    .toISOString()
    .slice(0, 10);
