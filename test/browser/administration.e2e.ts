import { expect, type Page } from '@playwright/test';
import { DEMO_DRIVERS } from '../../database/seeds/demo/drivers.js';
import { DEMO_ZONES } from '../../database/seeds/demo/zones.js';
import { SimulatedTerminal } from '../../apps/simulator/src/index.js';
import { inDays } from '../support/in-days.js';
import { choose, closeDrawer, confirm, dialog, open, rowOf } from './support/admin-page.js';
import { demoPlate, mixerOf } from './support/demo-plate.js';
import { expectAccessible } from './support/expect-accessible.js';
import { signInAt } from './support/people.js';
import { productUnderTest } from './support/product.js';
import { identityOf } from './support/reporting-truck.js';
import { test } from './support/shared-product.js';

/** On the plate that somebody has painted himself. */
const STRANGER = {
  plateNo: '浙F3X808',
  plateColor: 'yellow',
  terminalPhone: '13922220808',
} as const;
const SCORE = 97;
/** In which no enterprise of the demo sits. */
const DEMO_DISTRICT = '富阳区';

const NEWCOMER = {
  name: '杭州富春混凝土有限公司',
  shortName: '富春混凝土',
  plant: '富春一号站',
  driver: '富来运',
} as const;

const UNDER_REVIEW = demoPlate('YH-10');
const REGISTERED = demoPlate('BC-05');
const WITHOUT_TERMINAL = demoPlate('BC-B1');

const ANTENNA_CUT = 1 << 5;
const STANDING = {
  statusBits: 0b11,
  latE6: 30_274_150,
  lngE6: 120_155_150,
  altitudeM: 10,
  speedKph: 0,
  headingDeg: 0,
  at: new Date(),
};

async function chooseVehicle(page: Page, plateNo: string): Promise<void> {
  await dialog(page).getByTestId('vehicle-select').click();
  await page.keyboard.insertText(plateNo);
  await choose(page, plateNo);
}

test.describe('the administration', () => {
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await signInAt(page, '/admin', 'guanlizhan');
  });
  test.afterAll(() => page.close());

  test('decides a submitted registration with a reason that is kept', async () => {
    const reason = '车辆照片与行驶证一致，准予通过';
    await open(page, 'registrations');
    await expect(rowOf(page, UNDER_REVIEW)).toContainText('已提交');
    await rowOf(page, UNDER_REVIEW).getByRole('button', { name: '办理' }).click();
    await dialog(page).getByText('区县审核通过').click();
    await dialog(page).getByRole('textbox').fill(reason);
    await confirm(page);

    await expect(rowOf(page, UNDER_REVIEW)).toContainText('区县已审');
    await rowOf(page, UNDER_REVIEW).getByRole('button', { name: '历史' }).click();
    await expect(dialog(page)).toContainText(reason);
    await closeDrawer(page);
  });

  test('issues a pass for a registered vehicle', async () => {
    await open(page, 'passes');
    await page.getByTestId('issue-pass').click();
    await chooseVehicle(page, REGISTERED);
    await dialog(page).getByLabel('通行区域').click();
    await choose(page, DEMO_ZONES[0]!.name);
    await page.keyboard.press('Escape');
    await dialog(page).getByLabel('起始日期').fill('2031-01-01');
    await dialog(page).getByLabel('截止日期').fill('2031-12-30');
    await dialog(page).getByLabel('理由').fill('重点工程保障，随申请附路线图');
    await confirm(page);

    await expect(rowOf(page, REGISTERED, '2031')).toHaveCount(1);
  });

  test('records a training result', async () => {
    const { name } = DEMO_DRIVERS.find(({ enterprise }) => enterprise === 'BC')!;
    await open(page, 'trainings');
    await rowOf(page, name).getByRole('button', { name: '记录成绩' }).first().click();
    await dialog(page).getByLabel('成绩').fill(String(SCORE));
    await confirm(page);

    await expect(rowOf(page, name)).toContainText(`合格 ${SCORE} 分`);
  });

  test('plans a training session, free, with its places', async () => {
    const title = '余杭片区复训';
    await open(page, 'sessions');
    await page.getByTestId('plan-session').click();
    for (const [label, words] of [
      ['培训名称', title],
      ['地点', '市混凝土管理站'],
      ['会同单位', '杭州市交警支队'],
      ['开始', `${inDays(3)}T09:00`],
      ['结束', `${inDays(3)}T11:30`],
      ['名额', '24'],
    ] as const) {
      await dialog(page).getByLabel(label).fill(words);
    }
    await confirm(page);

    await expect(rowOf(page, title)).toContainText(/市交警支队.*09:00.*0 \/ 24免费报名中/);
  });

  test('sees an unknown terminal arrive, and binds it to a vehicle', async () => {
    await open(page, 'terminals');
    await expect(page.getByTestId('live-state')).toHaveAttribute('data-state', 'live');
    await expect(rowOf(page, STRANGER.plateNo)).toHaveCount(0);
    const terminal = new SimulatedTerminal(identityOf(STRANGER), {
      host: '127.0.0.1',
      port: productUnderTest().jt808Port,
    });
    try {
      await terminal.connect();
      expect(await terminal.register()).not.toBeNull();
      await expect(rowOf(page, STRANGER.plateNo)).toContainText('待绑定');

      await rowOf(page, STRANGER.plateNo).getByRole('button', { name: '绑定车辆' }).click();
      await chooseVehicle(page, WITHOUT_TERMINAL);
      await confirm(page);

      await expect(rowOf(page, STRANGER.plateNo)).toHaveCount(0);
      await page.getByTitle('已绑定').click();
      await expect(rowOf(page, STRANGER.plateNo)).toContainText(WITHOUT_TERMINAL);
    } finally {
      terminal.close();
    }
  });

  test('gives a driver’s phone a key that is shown once, and takes it back', async () => {
    const { name } = DEMO_DRIVERS.find(({ enterprise }) => enterprise === 'BC')!;
    const device = `${name}的备用手机`;
    await open(page, 'phones');
    await page.getByTestId('issue-phone').click();
    await page.getByTestId('phone-driver').click();
    await page.keyboard.insertText(name);
    await choose(page, name);
    await dialog(page).getByLabel('手机').fill(device);
    await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click();
    await expect(dialog(page).getByTestId('phone-key')).toHaveText(/\S{10,}/);
    await confirm(page);
    await expect(rowOf(page, device)).toContainText('有效');

    await rowOf(page, device).getByRole('button', { name: '作废' }).click();
    await page.getByTestId('revoke-phone').click();
    await expect(rowOf(page, device)).toContainText('已作废');
  });

  test('asks a terminal where it is, restarts it, and reads what it says byte by byte', async () => {
    const terminal = new SimulatedTerminal(identityOf(mixerOf('BC-04')), {
      host: '127.0.0.1',
      port: productUnderTest().jt808Port,
    });
    try {
      await terminal.connect();
      await terminal.authenticate((await terminal.register())!);
      await terminal.sendFix(STANDING);
      await open(page, 'terminals');
      await page.getByTitle('已绑定').click();
      await rowOf(page, mixerOf('BC-04').terminalPhone).getByTestId('manage-terminal').click();
      await page.getByTestId('order-terminal').click();
      await expect(rowOf(page, '点名定位')).toContainText('已执行');
      await expect(rowOf(page, '点名定位')).toContainText('120.155150, 30.274150');

      await page.getByText('终端控制（').click();
      await page.getByTestId('control-terminal').click();
      await page.getByTestId('control-sure').click();
      await expect(rowOf(page, '终端控制')).toContainText('重新启动');
      await expect(rowOf(page, '终端控制')).toContainText('已执行');

      await page.getByRole('tab', { name: '原始日志' }).click();
      await page.getByTestId('raw-log-on').click();
      await expect(dialog(page)).toContainText('记录中');
      await expect(async () => {
        // What was sent before the gateway knew of the log is in none: it is sent again soon.
        await terminal.heartbeat();
        await expect(rowOf(page, '上行', '7e 00 02').first()).toBeVisible({ timeout: 2_500 });
      }).toPass();
      await closeDrawer(page);
    } finally {
      terminal.close();
    }
  });

  test('draws a zone from a file, without the road at its border', async () => {
    const west = 118.5;
    const ring = [
      [west, 29.5],
      [west + 0.05, 29.5],
      [west + 0.05, 29.55],
      [west, 29.5],
    ];
    const shape = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: null,
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
        {
          type: 'Feature',
          properties: { name: '石祥路' },
          geometry: { type: 'LineString', coordinates: ring.slice(0, 2) },
        },
      ],
    };
    await open(page, 'zones');
    await page.getByTestId('draw-zone').click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'zone.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify(shape)),
    });
    await expect(page.getByTestId('zone-shape')).toHaveText('4 个顶点，不含道路 1 条');
    await dialog(page).getByLabel('坐标系').click();
    await choose(page, 'WGS-84');
    await dialog(page).getByLabel('名称').fill('石祥路以北');
    await dialog(page).getByLabel('管制号牌', { exact: true }).fill('浙A');
    await page.keyboard.press('Enter');
    await dialog(page).getByLabel('禁行排放标准').fill('国三');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await dialog(page).getByLabel('限速').fill('40');
    await dialog(page).getByLabel('理由').fill('杭公〔2026〕12 号通告');
    await confirm(page);

    await expect(rowOf(page, '石祥路以北')).toContainText(/全部.*仅 浙A.*国三.*石祥路.*40/);
  });

  test('moves a district from a day on, and reads what it was the day before', async () => {
    const reason = '杭政函〔2026〕88 号，区划边界微调';
    const [was, from] = [DEMO_DISTRICT, inDays(200)];
    const ring = [
      [119.98, 29.98],
      [120.08, 29.98],
      [120.08, 30.08],
      [119.98, 29.98],
    ];
    await open(page, 'districts');
    await rowOf(page, was).getByRole('button').click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'district.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] })),
    });
    await dialog(page).getByLabel('坐标系').click();
    await choose(page, 'WGS-84');
    await dialog(page).getByRole('textbox', { name: '生效日期' }).fill(from);
    await dialog(page).getByLabel('理由').fill(reason);
    await confirm(page);

    await expect(rowOf(page, was, reason)).toHaveCount(0);
    await page.getByTestId('district-day').fill(from);
    await expect(rowOf(page, was)).toContainText(reason);
  });

  test('mutes an alert for a while with a reason, sees it in force and lifts it', async () => {
    const reason = '杭建委〔2026〕118 号，改送二号工地';
    const terminal = new SimulatedTerminal(identityOf(mixerOf('BC-03')), {
      host: '127.0.0.1',
      port: productUnderTest().jt808Port,
    });
    try {
      await terminal.connect();
      await terminal.authenticate((await terminal.register())!);
      await terminal.sendFix({ ...STANDING, alarmBits: ANTENNA_CUT, at: new Date() });
      await open(page, 'alerts');
      const alert = rowOf(page, mixerOf('BC-03').plateNo, '终端故障');
      await alert.getByTestId('mute-alert').click();
      await dialog(page).getByText('应急任务', { exact: true }).click();
      await page.getByTestId('mute-reason').fill(reason);
      await confirm(page);

      await expect(page.getByTestId('mutes-in-force')).toContainText(reason);
      await page.getByTestId('lift-mute').click();
      await expect(page.getByTestId('mutes-in-force')).toHaveCount(0);
    } finally {
      terminal.close();
    }
  });

  test('enters an enterprise, its plant and its driver, and decides the plant’s licence', async () => {
    await open(page, 'plants');
    await page.getByTestId('enter-enterprise').click();
    await dialog(page).getByLabel('企业全称').fill(NEWCOMER.name);
    await dialog(page).getByLabel('简称').fill(NEWCOMER.shortName);
    await dialog(page).getByLabel('区县').click();
    await page.keyboard.insertText(DEMO_DISTRICT);
    await choose(page, DEMO_DISTRICT);
    await confirm(page);
    await expect(rowOf(page, NEWCOMER.name)).toContainText(DEMO_DISTRICT);

    await page.getByTestId('enter-plant').click();
    await dialog(page).getByLabel('企业').click();
    await page.keyboard.insertText(NEWCOMER.name);
    await choose(page, NEWCOMER.name);
    await dialog(page).getByLabel('名称').fill(NEWCOMER.plant);
    await dialog(page).getByLabel('经度').fill('119.9512');
    await dialog(page).getByLabel('纬度').fill('30.0511');
    await dialog(page).getByLabel('坐标系').click();
    await choose(page, 'WGS-84');
    await confirm(page);
    const plant = rowOf(page, NEWCOMER.plant);
    await expect(plant).toContainText('119.95120, 30.05110');
    await plant.getByRole('button', { name: '资质决定' }).click();
    await dialog(page).getByText('有资质', { exact: true }).click();
    await dialog(page).getByLabel('资质证书编号').fill('ZZ-2026-088');
    await dialog(page).getByLabel('是分站').check();
    await dialog(page).getByLabel('理由').fill('资质证书与现场一致');
    await confirm(page);
    await expect(plant).toContainText(/有资质.*分站.*ZZ-2026-088/);

    await open(page, 'trainings');
    await page.getByTestId('enter-driver').click();
    await dialog(page).getByLabel('所属企业').click();
    await page.keyboard.insertText(NEWCOMER.name);
    await choose(page, NEWCOMER.name);
    await dialog(page).getByLabel('姓名').fill(NEWCOMER.driver);
    await dialog(page).getByLabel('手机号').fill('13800000808');
    await confirm(page);
    await expect(rowOf(page, NEWCOMER.driver)).toContainText(NEWCOMER.shortName);
  });

  test('changes a policy from a day on, with its ground and a reason', async () => {
    const [from, source] = [inDays(30), '杭建委〔2026〕120 号'];
    await open(page, 'policies');
    await page.getByTestId('policy-search').fill('replay.stop_min');
    await rowOf(page, 'replay.stop_min').getByTestId('change-policy').click();
    await dialog(page).getByLabel('新值').fill('5');
    await dialog(page).getByLabel('生效日期').fill(from);
    await dialog(page).getByLabel('依据').fill(source);
    await dialog(page).getByLabel('理由').fill('短停不计');
    await confirm(page);

    const policy = rowOf(page, 'replay.stop_min');
    await expect(policy).toContainText(`${from} 00:00 起改为 5 分钟`);
    await expect(policy).toContainText('3 分钟');
    await policy.getByRole('button', { name: /^(展开行|Expand row)$/ }).click();
    await expect(rowOf(page, source, '短停不计').last()).toBeVisible();
    await expectAccessible(page);
  });

  test('gives an agency’s system a key, and takes it back', async () => {
    await open(page, 'agencyKeys');
    await page.getByTestId('issue-agency-key').click();
    await dialog(page).getByLabel('机关').fill('余杭交警大队');
    await dialog(page).getByLabel('系统').fill('移动警务平台');
    await dialog(page).getByLabel('理由').fill('联网核验协议 2026-7');
    await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click();
    await expect(dialog(page)).toContainText('X-Agency-Key');
    await confirm(page);
    await rowOf(page, '移动警务平台').getByTestId('revoke-agency-key').click();
    await page.getByTestId('reason-text').fill('平台停用');
    await page.getByTestId('reason-confirm').click();
    await expect(rowOf(page, '移动警务平台')).toContainText(/已收回.*平台停用/);
  });
});
