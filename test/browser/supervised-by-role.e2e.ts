import { reportSightingsView } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { addSeconds, newId } from '@tongyun/kernel';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { DEMO_ENTERPRISES } from '../../database/seeds/demo/enterprises.js';
import { DEMO_SITES } from '../../database/seeds/demo/sites.js';
import { aPdf, aPng } from '../support/some-files.js';
import { choose, confirm, dialog, open, rowOf } from './support/admin-page.js';
import { mixerOf } from './support/demo-plate.js';
import { expectAccessible } from './support/expect-accessible.js';
import { signInAt, signInByApi } from './support/people.js';
import { productUnderTest } from './support/product.js';
import { identityOf } from './support/reporting-truck.js';
import { test } from './support/shared-product.js';
import { Truck } from './support/truck.js';

/** Of an officer who stands in the built-up area. */
const PHONE = {
  viewport: { width: 412, height: 915 },
  hasTouch: true,
  isMobile: true,
  permissions: ['geolocation'],
  geolocation: { longitude: 120.17, latitude: 30.27, accuracy: 8 },
};
const STRANGER = '浙A7X777';
const FOUND = '车尾灯不亮，车身抛洒';
/** What the officer's hold alerts of. */
const HELD = '路面检查暂留';
const INSPECTED = '出场冲洗专项检查';
const ORDERED = '车辆出场冲洗制度';
/** The days that forms are filled with are Hangzhou's. */
const dayIn = (days: number): string =>
  addSeconds(new Date(), days * 86_400 + 8 * 3_600)
    .toISOString()
    .slice(0, 10);

/** Whose manager signs in; the vehicle is one of its own, and its only pass has ended. */
const ENTERPRISE = DEMO_ENTERPRISES.find(({ key }) => key === 'QJ')!.name;
const SITE = DEMO_SITES.find(({ enterprise }) => enterprise === 'QJ')!.name;
const { plateNo: PLATE } = mixerOf('QJ-12');

/** Whose terminal tells of another place than the camera. */
const CLONED = mixerOf('QJ-03');
const FAR_AWAY = wgs84(120.02, 30.11);
const ENTRIES = [
  ['安全责任领导', '任命安全责任领导', '赵国安'],
  ['安全员', '任命专职安全员', '钱细心'],
  ['车辆冲洗', '出场冲洗轮胎', '孙师傅'],
] as const;

const openCredit = async (page: Page) => {
  await page.reload();
  await open(page, 'credit');
  await page.getByRole('combobox', { name: '企业' }).click();
  await choose(page, ENTERPRISE);
  await expect(page.getByTestId('credit-standing')).toBeVisible();
};

test.describe.configure({ mode: 'serial' });
test.describe('supervision, taken through by role', () => {
  let contexts: BrowserContext[] = [];
  let patrol: Page;
  let enterprise: Page;
  let city: Page;
  let association: Page;
  let auditor: Page;

  test.beforeAll(async ({ browser }) => {
    const asRole = async (path: string, username: string, settings = {}): Promise<Page> => {
      const context = await browser.newContext(settings);
      contexts = [...contexts, context];
      const page = await context.newPage();
      await signInAt(page, path, username);
      return page;
    };
    [patrol, enterprise, city, association, auditor] = [
      await asRole('/police', 'jiaojing', PHONE),
      await asRole('/admin', 'jingli'),
      await asRole('/admin', 'guanlizhan'),
      await asRole('/admin', 'xiehui'),
      await asRole('/admin', 'shenji'),
    ];
  });
  test.afterAll(() => Promise.all(contexts.map((context) => context.close())));

  test('an officer asks for a purpose, reads the verdict, and records what he did and found', async () => {
    await patrol.getByTestId('ask-purpose').selectOption({ label: '设卡检查' });
    await patrol.getByTestId('plate-input').fill(PLATE);
    await patrol.getByTestId('use-place').click();
    await expect(patrol.getByText('已定位')).toBeVisible();
    await patrol.getByTestId('ask').click();
    await expect(patrol.getByTestId('verdict')).toHaveAttribute('data-verdict', 'may_not_pass');
    await expect(patrol.getByTestId('judged-where')).toContainText('建成区');
    await expect(patrol.getByRole('main')).toContainText('已过期');

    await patrol.getByTestId('outcome-held').click();
    await patrol.getByTestId('outcome-save').click();
    await expect(patrol.getByTestId('outcome-done')).toContainText('已通知所属企业');
    await patrol.getByTestId('raise-finding').click();
    await patrol.getByTestId('finding-text').fill(FOUND);
    await patrol.getByTestId('finding-save').click();
    await patrol
      .getByTestId('finding-photo')
      .setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: aPng() });
    await expect(patrol.getByTestId('finding-raised')).toContainText('已附照片 1 张');
    await patrol.getByRole('button', { name: '重新查询' }).click();
    await expect(patrol.getByTestId('violations')).toContainText('路面检查暂留');
    await expectAccessible(patrol);
  });

  test('a camera reads a plate that nobody entered, and the administration sees it and where', async () => {
    await sight(STRANGER);

    await open(city, 'sightings');
    await city.getByRole('combobox', { name: '按区域筛选' }).click();
    await choose(city, '建成区');
    await expect(rowOf(city, STRANGER)).toContainText(/未录入车辆.*西湖大道-3/);
    await rowOf(city, STRANGER).getByTestId('open-alert').click();
    await expect(dialog(city)).toContainText(/未备案车辆.*提示/);
    await dialog(city)
      .getByRole('button', { name: /关\s?闭|Close/ })
      .click();
    await expectAccessible(city);
  });

  test('a camera reads a plate far from where its terminal is, and the enterprise reads that too', async () => {
    const truck = await Truck.start(identityOf(CLONED), productUnderTest().jt808Port, FAR_AWAY);
    await truck.stand(1);
    await sight(CLONED.plateNo);
    truck.close();

    await city.reload();
    await expect(rowOf(city, CLONED.plateNo)).toContainText(/疑似套牌.*[1-9]\d\.\d km/);
    await open(enterprise, 'alerts');
    await expect(rowOf(enterprise, CLONED.plateNo, '疑似套牌')).toHaveCount(1);
  });

  test('the enterprise handles the alert of the hold and appeals it, and the administration calls it false', async () => {
    for (const [page, step, note, state] of [
      [enterprise, '处理', '', '处理中'],
      [enterprise, '申诉', '通行证已续办，附件在审', '申诉中'],
      [city, '判为误报', '续办申请在审属实', '误报'],
    ] as const) {
      await open(page, 'alerts');
      await rowOf(page, PLATE, HELD).getByRole('button', { name: '办理' }).click();
      await dialog(page).getByText(step, { exact: true }).click();
      await dialog(page).getByRole('textbox').fill(note);
      await confirm(page);
      await expect(rowOf(page, PLATE, HELD)).toContainText(state);
    }
    await open(city, 'outcomes');
    await expect(rowOf(city, PLATE)).toContainText('暂留并通知企业');
    await expectAccessible(city);
  });

  test('the enterprise answers the finding, and the administration accepts the answer', async () => {
    await open(enterprise, 'findings');
    await rowOf(enterprise, PLATE, FOUND).getByTestId('answer-finding').click();
    await dialog(enterprise).getByLabel('整改情况').fill('尾灯已更换，车身已冲洗');
    await confirm(enterprise);
    await expect(rowOf(enterprise, FOUND)).toContainText('已答复');
    await expectAccessible(enterprise);

    await open(city, 'findings');
    await rowOf(city, PLATE, FOUND).getByTestId('settle-finding').click();
    await dialog(city).getByText('认可', { exact: true }).click();
    await dialog(city).getByLabel('审核意见').fill('照片可见尾灯已亮');
    await confirm(city);
    await expect(rowOf(city, FOUND)).toContainText('已认可');
  });

  test('the administration orders a rectification, which is answered and closed', async () => {
    await openCredit(city);
    await city.getByRole('button', { name: '责令整改' }).click();
    await dialog(city).getByLabel('整改事项').fill(ORDERED);
    await dialog(city).getByLabel('整改期限').fill(dayIn(14));
    await dialog(city).getByLabel('整改要求').fill('出场前冲洗轮胎和料斗，留存记录');
    await confirm(city);
    await expect(rowOf(city, ORDERED)).toContainText('待整改');

    await openCredit(enterprise);
    await rowOf(enterprise, ORDERED).getByRole('button', { name: '回复整改' }).click();
    await dialog(enterprise).getByLabel('整改情况').fill('已设冲洗台，每车登记');
    await attach(enterprise, '冲洗台验收单.pdf', 'application/pdf', aPdf());
    await confirm(enterprise);
    await expect(rowOf(enterprise, ORDERED)).toContainText('已回复，待验收');

    await openCredit(city);
    await rowOf(city, ORDERED)
      .getByRole('button', { name: /^(展开行|Expand row)$/ })
      .click();
    await expect(city.getByRole('button', { name: '文件 1' })).toBeVisible();
    await rowOf(city, ORDERED)
      .getByRole('button', { name: /验\s?收/ })
      .click();
    await dialog(city).getByText('整改合格', { exact: true }).click();
    await dialog(city).getByLabel('验收意见').fill('现场核实，冲洗台已启用');
    await confirm(city);
    await expect(rowOf(city, ORDERED)).toContainText('整改合格');
  });

  test('the administration hands an inspection out, and what was found is in the ledger', async () => {
    await open(city, 'inspections');
    await city.getByRole('button', { name: '下达检查任务' }).click();
    await dialog(city).getByLabel('企业').click();
    await choose(city, ENTERPRISE);
    await dialog(city).getByLabel('检查事项').fill(INSPECTED);
    await dialog(city).getByLabel('检查内容').fill('冲洗台与沉淀池');
    await dialog(city).getByLabel('检查人').fill('陈洁');
    await confirm(city);
    await expect(rowOf(city, INSPECTED)).toContainText('即将到期');
    await rowOf(city, INSPECTED).getByRole('button', { name: '填报结果' }).click();
    await dialog(city).getByLabel('检查结果').fill('沉淀池已满，未清理');
    await dialog(city).getByLabel('发现问题').check();
    await attach(city, 'pool.png', 'image/png', aPng());
    await confirm(city);
    await expect(rowOf(city, INSPECTED)).toContainText('已办结');
    await expectAccessible(city);

    await open(enterprise, 'ledger');
    await expect(rowOf(enterprise, INSPECTED)).toContainText('沉淀池已满');
    await expect(
      rowOf(enterprise, INSPECTED).getByRole('button', { name: '照片 1' }),
    ).toBeVisible();
    await openCredit(city);
    await expect(rowOf(city, INSPECTED).getByRole('button', { name: '照片 1' })).toBeVisible();
  });

  test('the enterprise names who answers for safety and reports a washing, the association a briefing, and the city prints it all', async () => {
    await open(enterprise, 'ledger');
    for (const [kind, title, person] of ENTRIES) await record(enterprise, kind, title, person);
    await expect(rowOf(enterprise, '车辆冲洗', '出场冲洗轮胎')).toBeVisible();
    await open(association, 'ledger');
    await association.getByRole('combobox', { name: '企业' }).click();
    await choose(association, ENTERPRISE);
    await record(association, '技术交底', '泵送前交底', '周工', '江南大道地下室');
    await expect(rowOf(association, '技术交底')).toContainText('江南大道地下室');
    await expect(rowOf(association, '车辆冲洗')).toHaveCount(0);
    await expectAccessible(association);

    const sheet = city.getByTestId('enterprise-ledger');
    await city.goto(new URL('/city#/ledger', city.url()).href);
    await city.getByTestId('city-enterprise').click();
    await choose(city, ENTERPRISE);
    await expect(sheet).toContainText('安全责任领导：赵国安');
    await expect(sheet).toContainText('安全员：钱细心');
    for (const title of ['出场冲洗轮胎', '泵送前交底', INSPECTED]) {
      await expect(city.getByTestId('ledger-entries')).toContainText(title);
    }
    await expectAccessible(city);
    await city.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    await expect(city.getByTestId('ledger-print')).toBeHidden();
    await expect(city.getByTestId('tab-ledger')).toBeHidden();
    await city.emulateMedia({ media: null });
    await city.goto(new URL('/admin', city.url()).href);
  });

  test('the enterprise states its own score, is visited and graded, and appeals', async () => {
    await openCredit(enterprise);
    await takeStep(
      enterprise,
      '提交自评',
      { '得分（0–100）': '90', 自评说明: '全年无事故' },
      aPdf(),
    );
    await openCredit(city);
    const visited = { '得分（0–100）': '84', 踏查情况: '冲洗记录不全' };
    await takeStep(city, '评价与踏查', visited, aPdf());
    await expect(
      city.locator('.credit-history').getByRole('button', { name: '文件 1' }),
    ).toHaveCount(2);
    await expect(city.locator('.credit-history')).toContainText('90 分');
    await city.getByRole('button', { name: '评定等级' }).click();
    await dialog(city).getByText('良好', { exact: true }).click();
    await dialog(city).getByLabel('评定依据').fill('评价 84 分，整改一项合格');
    await confirm(city);
    await expect(city.getByTestId('credit-standing')).toContainText('良好');
    await expectAccessible(city);

    await openCredit(enterprise);
    await expect(enterprise.getByTestId('credit-standing')).toContainText('良好');
    await takeStep(enterprise, /申\s?诉/, { 申诉理由: '冲洗记录已补齐，请复核' });
    await expect(enterprise.getByTestId('credit-standing')).toContainText('申诉待答复');
    await openCredit(city);
    await expectAccessible(enterprise);
    await city.getByRole('button', { name: '答复申诉' }).click();
    await dialog(city).getByText('维持原等级', { exact: true }).click();
    await dialog(city).getByLabel('答复理由').fill('冲洗记录为补记，维持评定');
    await confirm(city);
    await expect(city.getByTestId('credit-standing')).not.toContainText('申诉待答复');

    await enterprise.goto(new URL('/dispatcher', enterprise.url()).href);
    await expect(enterprise.getByTestId('desk-credit')).toContainText('良好');
    await enterprise.goto(new URL('/grades', enterprise.url()).href);
    await expect(rowOf(enterprise, ENTERPRISE)).toContainText('良好');
    await expectAccessible(enterprise);
  });

  test('an enterprise that is graded unqualified takes no order until the administration gives leave', async ({
    browser,
  }) => {
    await city.getByRole('button', { name: '评定等级' }).click();
    await dialog(city).getByText('不合格', { exact: true }).click();
    await dialog(city).getByLabel('评定依据').fill('冲洗记录系伪造');
    await confirm(city);
    await expect(city.getByTestId('credit-standing')).toContainText('不合格');

    const context = await browser.newContext();
    contexts = [...contexts, context];
    const desk = await context.newPage();
    await signInAt(desk, '/dispatcher', 'diaodu');
    await expect(desk.getByTestId('desk-credit')).toContainText('不合格');
    await desk.getByTestId('new-order').click();
    await desk.getByTestId('order-site').click();
    await desk.getByTitle(SITE).click();
    await desk.getByTestId('plant-option').first().getByRole('radio').check();
    await desk.getByTestId('order-pour-location').fill('3# 楼 12 层梁板');
    await desk.getByTestId('order-submit').click();
    await expect(desk.getByTestId('refusal-notice')).toContainText('不允许承接新订单');
    await takeStep(city, '准许接单', { 准许理由: '已停产整顿并复查合格' });
    await desk.getByTestId('order-submit').click();
    await expect(desk.getByTestId('order-detail')).toContainText('3# 楼 12 层梁板');
  });

  test('the auditor has the whole record read again, and decides nothing', async () => {
    await open(auditor, 'credit');
    await expect(auditor.getByTestId('credit-standing')).toBeVisible();
    await expect(auditor.getByTestId('credit-standing').getByRole('button')).toHaveCount(0);
    await open(auditor, 'audit');
    await auditor.getByRole('button', { name: '立即核验' }).click();
    await expect(auditor.getByText(/^记录完整/)).toBeVisible();
    await expectAccessible(auditor);
  });
});

/** What a camera in the built-up area tells by way of the police’s system. */
async function sight(plateNo: string): Promise<void> {
  const officer = await signInByApi('jiaojing');
  const { longitude: lng, latitude: lat } = PHONE.geolocation;
  const at = new Date().toISOString();
  const seen = { id: newId(), plateNo, plateColor: 'yellow', lng, lat, at, cameraId: '西湖大道-3' };
  await officer.post('sightings', reportSightingsView, { crs: 'wgs84', sightings: [seen] });
}

/** A line in the ledger that is open. */
async function record(
  page: Page,
  kind: string,
  title: string,
  person: string,
  site?: string,
): Promise<void> {
  await page.getByTestId('record-entry').click();
  await dialog(page).getByLabel('类别').click();
  await choose(page, kind);
  await dialog(page).getByLabel('事项').fill(title);
  await dialog(page).getByLabel('责任人 / 参加人').fill(person);
  if (site !== undefined) await dialog(page).getByTestId('site-name').fill(site);
  await confirm(page);
}

async function takeStep(
  page: Page,
  name: string | RegExp,
  fields: Readonly<Record<string, string>>,
  paper?: Buffer,
): Promise<void> {
  await page.getByTestId('credit-standing').getByRole('button', { name }).click();
  for (const [label, words] of Object.entries(fields)) {
    await dialog(page).getByLabel(label).fill(words);
  }
  if (paper) await attach(page, '材料.pdf', 'application/pdf', paper);
  await confirm(page);
}

const attach = (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
  dialog(page).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
