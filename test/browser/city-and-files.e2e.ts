import { declaredTripsResult, plantPage, vehiclePage } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { addSeconds } from '@tongyun/kernel';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { DEMO_PLANTS } from '../../database/seeds/demo/enterprises.js';
import { DEMO_ZONES } from '../../database/seeds/demo/zones.js';
import { choose, open, rowOf } from './support/admin-page.js';
import { demoPlate, mixerOf } from './support/demo-plate.js';
import { expectAccessible } from './support/expect-accessible.js';
import { hasColour } from './support/has-colour.js';
import { signInAt, signInByApi } from './support/people.js';
import { productUnderTest } from './support/product.js';
import { identityOf } from './support/reporting-truck.js';
import startProduct from './support/start-product.js';
import { Truck } from './support/truck.js';

const OWNER = '杭州钱江湾混凝土有限公司';
const NEWCOMER = '杭州萧江混凝土有限公司';
const HEADER = '车辆类型,车牌号,车牌颜色,企业名称,搅拌筒容量（立方米）';
const aFile = (...rows: string[]) => ({
  name: '车辆.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\r\n')),
});
/** Of the built-up area, as the lists of the traffic police write it. */
const ROAD = '天目山路';
const LINE = '120.16 30.27, 120.18 30.272';
const PASS = {
  车牌号: demoPlate('QJ-02'),
  车牌颜色: '黄色',
  通行区域: DEMO_ZONES[0]!.name,
  有效期起: '2031-01-01',
  有效期止: '2031-12-30',
  核发事由: '重点工程保障',
};
/** In which places that are not stored yet are drawn. */
const PREVIEW_COLOUR = [212, 56, 13] as const;
/** In which vehicles without work are. */
const IDLE_COLOUR = [35, 120, 4] as const;

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

  test('passes with their roads and hours go in by the template, a bad row is told in both languages', async ({
    page,
  }) => {
    await signInAt(page, '/admin#/imports', 'guanlizhan');
    await page.getByTestId('import-kind').click();
    await page.getByTitle('通行证', { exact: true }).click();
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载模板 .xlsx' }).click(),
    ]);
    await page.getByLabel('坐标系').click();
    await choose(page, 'GCJ-02');
    const handIn = async (cells: Readonly<Record<string, string>>) =>
      page.locator('input[type=file]').setInputFiles({
        name: '通行证.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await filledIn(await template.path(), cells),
      });
    await handIn({ ...PASS, 通行时段: '25:00-26:00', 规定路线: ROAD });
    await expect(page.getByTestId('import-outcome')).toContainText('1 行有问题');
    for (const words of ['通行时段', '规定路线', '名称和中线各点', 'a name and the points']) {
      await expect(page.getByTestId('bad-cells')).toContainText(words);
    }
    await expect(page.getByTestId('import-enter')).toHaveCount(0);
    await expectAccessible(page);

    await handIn({ ...PASS, 通行时段: '1-5 09:00-16:00', 规定路线: `${ROAD}: ${LINE}` });
    await expect.poll(() => hasColour(page.locator('.import-map'), PREVIEW_COLOUR)).toBe(true);
    await page.getByTestId('import-enter').click();
    await expect(page.getByTestId('import-done')).toContainText('1');
    await open(page, 'passes');
    await expect(rowOf(page, PASS.车牌号, ROAD)).toContainText(/限行：天目山路.*09:00.16:00/);
  });

  test('an enterprise, its driver and a terminal go in from files', async ({ page }) => {
    await signInAt(page, '/admin#/imports', 'guanlizhan');
    for (const [kind, header, row] of [
      ['企业', '企业名称,简称,区县,接入方式', `${NEWCOMER},萧江,萧山区,平台调度`],
      ['驾驶员', '企业名称,姓名,手机号,准驾车型', `${NEWCOMER},冯进城,13800000641,A2`],
      ['车载终端', '终端手机号,车牌号,车牌颜色', '13922220641,浙A6F602,黄色'],
    ] as const) {
      await page.getByTestId('import-kind').click();
      await choose(page, kind);
      const buffer = Buffer.from(`${header}\r\n${row}`);
      const file = { name: `${kind}.csv`, mimeType: 'text/csv', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByTestId('import-enter').click();
      await expect(page.getByTestId('import-done')).toContainText(`${kind}.csv：已录入 1 行`);
    }
    await open(page, 'trainings');
    await expect(rowOf(page, '冯进城')).toContainText('萧江');
    await open(page, 'terminals');
    await page.getByTitle('已绑定').click();
    await expect(rowOf(page, '13922220641')).toContainText('浙A6F602');
  });

  test('plants of a file are seen on the map, their datum turned, before they go in', async ({
    page,
  }) => {
    await signInAt(page, '/admin#/imports', 'guanlizhan');
    await page.getByTestId('import-kind').click();
    await page.getByTitle('厂站', { exact: true }).click();
    await page.getByLabel('坐标系').click();
    await choose(page, 'GCJ-02');
    const rows = ['企业名称,站名,经度,纬度', `${OWNER},钱江湾浦乐站,120.19,30.23`];
    await page.locator('input[type=file]').setInputFiles({
      name: '厂站.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\r\n')),
    });
    const map = page.locator('.import-map');
    await expect.poll(() => hasColour(map, PREVIEW_COLOUR)).toBe(true);
    await page.getByTestId('import-enter').click();
    await expect(page.getByTestId('import-done')).toContainText('1');
    await open(page, 'plants');
    await expect(rowOf(page, '钱江湾浦乐站')).toContainText('120.18');
    await expect(rowOf(page, '钱江湾浦乐站')).not.toContainText('120.19');
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

  test('the commission finds who could help near a place: the idle vehicles and the plants', async ({
    page,
  }) => {
    const { lng, lat } = DEMO_PLANTS.find(({ key }) => key === 'puyan')!;
    const { jt808Port } = productUnderTest();
    const truck = await Truck.start(identityOf(mixerOf('QJ-04')), jt808Port, wgs84(lng, lat));
    await truck.stand(1);
    truck.close();
    await signInAt(page, '/city#/idle', 'jianwei');
    const map = page.getByTestId('city-map');
    await expect(map.locator('canvas')).toBeVisible();
    await page.getByLabel('半径（千米）').fill('60');
    await map.click();

    await expect(page.getByTestId('idle-vehicles')).toContainText(demoPlate('QJ-04'));
    await expect(page.getByRole('row', { name: '钱江湾浦沿站' })).toBeVisible();
    await expect.poll(() => hasColour(map, IDLE_COLOUR)).toBe(true);
    await expectAccessible(page);
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

/** The template as it was downloaded, with one row below its headers. */
async function filledIn(path: string, cells: Readonly<Record<string, string>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0]!;
  const titles = (sheet.getRow(1).values as string[])
    .slice(1)
    .map((title) => title.replace('*', ''));
  expect(titles).toEqual(expect.arrayContaining(Object.keys(cells)));
  sheet.addRow(titles.map((title) => cells[title] ?? ''));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const hangzhouDay = (at: Date): string =>
  addSeconds(at, 8 * 3_600)
    .toISOString()
    .slice(0, 10);
