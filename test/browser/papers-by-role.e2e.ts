import { readFile } from 'node:fs/promises';
import {
  deviceCodeView,
  driverView,
  terminalPage,
  terminalView,
  type TrainingSessionView,
  trainingSessionView,
  vehiclePage,
} from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { addSeconds } from '@tongyun/kernel';
import { type BrowserContext, expect, type Page, type Request, test } from '@playwright/test';
import type { ApiSession } from '../../apps/simulator/src/index.js';
import { DEMO_ZONES } from '../../database/seeds/demo/zones.js';
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
import { demoPlate } from './support/demo-plate.js';
import { expectAccessible } from './support/expect-accessible.js';
import { signInAt, signInByApi } from './support/people.js';
import { productUnderTest } from './support/product.js';
import { identityOf } from './support/reporting-truck.js';
import startProduct from './support/start-product.js';
import { Truck } from './support/truck.js';

/** Of 滨江区, whose bureau reviews it first. */
const PLATE = '浙A8T612';
const DRIVER = '钱学车';
const TERMINAL = '13922220612';
const PHONE = { viewport: { width: 412, height: 915 }, hasTouch: true, isMobile: true } as const;
/** Long enough to be filled by hand, and begun by the time that its results are. */
const SESSION_BEGINS_IN_SEC = 30;
/** The month that it is in Hangzhou. */
const THIS_MONTH = addSeconds(new Date(), 8 * 3_600)
  .toISOString()
  .slice(0, 7);
/** A month has no more days than it is moved on by. */
const NEXT_MONTH = addSeconds(new Date(`${THIS_MONTH}-01T00:00:00Z`), 31 * 86_400)
  .toISOString()
  .slice(0, 7);
/** Whose pass has ended; applied for along with the new one. */
const ENDED = demoPlate('QJ-12');
/** Of 运河里, which gives it away. */
const GIVEN = demoPlate('YH-B1');
const HIRER = '杭州运河里砼业有限公司';
/** A code by a key that no phone has yet. */
const SIGNED_BY_A_LATER_KEY = `${Buffer.from('{"alg":"EdDSA","kid":"later"}').toString('base64url')}.e30.AA`;
const SCORES = { skill: 92, safety: 88 } as const;

/** The address in the code that a page asks to have drawn. */
const textOfCode = async (drawn: Request): Promise<string> => {
  const { authorization = '' } = await drawn.allHeaders();
  const url = drawn.url().replace('format=svg', 'format=text');
  const said = await drawn.frame().page().request.get(url, { headers: { authorization } });
  return said.text();
};

/** Its one pass: what is applied for after it is a row of another list. */
const passOf = (page: Page) => rowOf(page, PLATE);

const approve = async (page: Page, reason: string) => {
  await open(page, 'applications');
  for (const plate of [PLATE, ENDED]) await rowOf(page, plate).getByRole('checkbox').check();
  await page.getByTestId('approve-chosen').click();
  await page.getByTestId('reason-text').fill(reason);
  await page.getByTestId('reason-confirm').click();
  await expect(dialog(page)).toBeHidden();
};

test.describe.configure({ mode: 'serial' });
test.describe('papers, taken through by role', () => {
  let contexts: BrowserContext[] = [];
  let commission: Page;
  let enterprise: Page;
  let giver: Page;
  let district: Page;
  let city: Page;
  let police: Page;
  let association: Page;
  let phone: Page;
  let patrol: Page;
  let paperSays: string;
  let session: TrainingSessionView;
  let manager: ApiSession;
  let administration: ApiSession;
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
    const inPocket = async (): Promise<Page> => {
      const context = await browser.newContext(PHONE);
      contexts = [...contexts, context];
      return context.newPage();
    };
    [commission, enterprise, giver, district, city, police, association] = [
      await asRole('jianwei'),
      await asRole('jingli'),
      await asRole('jingli-yh'),
      await asRole('qujianju'),
      await asRole('guanlizhan'),
      await asRole('jiaojing'),
      await asRole('xiehui'),
    ];
    [phone, patrol] = [await inPocket(), await inPocket()];
    [manager, administration] = [await signInByApi('jingli'), await signInByApi('guanlizhan')];
  });
  test.afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await endProduct?.();
  });

  /** Without a terminal that speaks a vehicle is given no pass. */
  const fitTerminal = async () => {
    const truck = await Truck.start(
      identityOf({ plateNo: PLATE, plateColor: 'yellow', terminalPhone: TERMINAL }),
      productUnderTest().jt808Port,
      wgs84(120.21, 30.2),
    );
    const terminals = await administration.all('terminals', terminalPage);
    const { id } = terminals.find(({ plateSent }) => plateSent === PLATE)!;
    const vehicles = await administration.all('vehicles', vehiclePage);
    const vehicleId = vehicles.find(({ plateNo }) => plateNo === PLATE)!.id;
    await administration.post(`terminals/${id}/binding`, terminalView, { vehicleId });
    await truck.stand(1);
    truck.close();
  };
  const decidePass = (step: string, reason: string) => decide(police, PLATE, step, reason);
  const attach = async (name: string, mimeType: string, buffer: Buffer) => {
    await dialog(enterprise).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  };
  test('the enterprise enters a vehicle, attaches its licence and hands it in', async () => {
    await open(enterprise, 'registrations');
    await enterprise.getByTestId('enter-vehicle').click();
    await dialog(enterprise).getByLabel('车牌号').fill(PLATE.toLowerCase());
    await dialog(enterprise).getByLabel('罐体容积（m³）').fill('12');
    await dialog(enterprise).getByLabel('排放标准').fill('国六');
    await enterprise.keyboard.press('Enter');
    await confirm(enterprise);
    await findVehicle(enterprise, PLATE);
    await expect(rowOf(enterprise, PLATE)).toContainText('草稿');

    await rowOf(enterprise, PLATE).getByRole('button', { name: '材料' }).click();
    await attach('program.pdf', 'application/pdf', Buffer.from('MZ program'));
    await expect(dialog(enterprise).getByTestId('refusal-notice')).toContainText(
      '只接收完整的 PDF、JPEG 文件，照片也可用 PNG',
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
    await findVehicle(district, PLATE);
    await rowOf(district, PLATE).getByRole('button', { name: '材料' }).click();
    await expect(rowOf(district, '行驶证')).toHaveCount(1);
    await expect(district.locator('input[type=file]')).toHaveCount(0);
    await closeDrawer(district);
    await decide(district, PLATE, '退回', '缺道路运输证');
    await findVehicle(enterprise, PLATE);
    await rowOf(enterprise, PLATE).getByTestId('correct-vehicle').click();
    await dialog(enterprise).getByLabel('罐体容积（m³）').fill('10');
    await dialog(enterprise).getByLabel('更正说明').fill('罐体容积误录');
    await confirm(enterprise);
    await expect(rowOf(enterprise, PLATE)).toContainText('10');
    await rowOf(enterprise, PLATE).getByRole('button', { name: '改正后重新提交' }).click();
    await dialog(enterprise).getByRole('textbox').fill('已补道路运输证');
    await confirm(enterprise);

    await findVehicle(district, PLATE);
    await decide(district, PLATE, '区县审核通过', '材料齐全');

    await expect(rowOf(district, PLATE)).toContainText('区县已审');
    await expect(rowOf(district, PLATE).getByRole('button', { name: '办理' })).toHaveCount(0);
  });

  test('the city registers it, and everybody reads how it went', async () => {
    await findVehicle(city, PLATE);
    await decide(city, PLATE, '准予备案', '复审通过，准予备案');
    await expect(rowOf(city, PLATE)).toContainText('已备案');

    await findVehicle(enterprise, PLATE);
    await rowOf(enterprise, PLATE).getByRole('button', { name: '历史' }).click();
    const steps = dialog(enterprise).locator('.ant-timeline-item');
    await expect(steps).toHaveCount(6);
    await expect(steps.nth(1)).toContainText('缺道路运输证');
    await expect(steps.nth(1)).toContainText('区县建设局');
    await expect(steps.nth(2)).toContainText('罐体容积误录');
    await expect(steps.nth(5)).toContainText('市商品混凝土管理站');
    await expectAccessible(enterprise);
    await closeDrawer(enterprise);
  });

  test('its terminal is handed in with its papers, and goes by district and city', async () => {
    await fitTerminal();
    await open(enterprise, 'terminalRegistrations');
    await rowOf(enterprise, TERMINAL, PLATE).getByRole('button', { name: '材料' }).click();
    await attach('安装确认单.pdf', 'application/pdf', aPdf());
    await expect(rowOf(enterprise, '安装确认单', 'PDF')).toHaveCount(1);
    await closeDrawer(enterprise);
    await rowOf(enterprise, TERMINAL).getByRole('button', { name: '提交备案' }).click();
    await dialog(enterprise).getByRole('textbox').fill('终端已安装，申请备案');
    await confirm(enterprise);
    await expect(rowOf(enterprise, TERMINAL)).toContainText('已提交');
    await expectAccessible(enterprise);

    for (const [page, step, state] of [
      [district, '区县审核通过', '区县已审'],
      [city, '准予备案', '已备案'],
    ] as const) {
      await open(page, 'terminalRegistrations');
      await decide(page, TERMINAL, step, '安装确认单与车辆一致');
      await expect(rowOf(page, TERMINAL)).toContainText(state);
    }
    await expect(rowOf(city, TERMINAL)).toContainText('ZD');
  });

  test('a vehicle goes to the enterprise when both managers and the city have said so', async () => {
    await open(enterprise, 'transfers');
    await enterprise.getByTestId('ask-transfer').click();
    await dialog(enterprise).getByLabel('车牌号').fill(GIVEN);
    await dialog(enterprise).getByLabel('申请理由').fill('购入该车，合同 2026-088');
    await confirm(enterprise);
    await expect(rowOf(enterprise, GIVEN)).toContainText('待转出企业同意');

    for (const [page, step, state] of [
      [giver, '同意转出', '待主管部门批准'],
      [city, '批准过户', '已过户'],
    ] as const) {
      await open(page, 'transfers');
      await decide(page, GIVEN, step, '合同与发票齐全');
      await expect(rowOf(page, GIVEN)).toContainText(state);
    }
    await enterprise.reload();
    await rowOf(enterprise, GIVEN).getByRole('button', { name: '历史' }).click();
    await expect(dialog(enterprise).locator('.ant-timeline-item')).toHaveCount(3);
    await expectAccessible(enterprise);
    await closeDrawer(enterprise);
  });

  test('the enterprise lets another one hire its vehicle, and ends that', async () => {
    await findVehicle(enterprise, PLATE);
    await rowOf(enterprise, PLATE).getByTestId('agreements').click();
    await dialog(enterprise).getByTestId('agree-use').click();
    const form = enterprise.getByTestId('agree-use-form');
    await form.getByLabel('使用企业').click();
    await enterprise.keyboard.insertText(HIRER);
    await choose(enterprise, HIRER);
    await enterprise.locator('.ant-modal-footer .ant-btn-primary').click();
    await expect(rowOf(enterprise, HIRER)).toContainText('使用中');
    await rowOf(enterprise, HIRER).getByTestId('end-use').click();
    await enterprise.getByTestId('reason-text').fill('租期提前结束');
    await enterprise.getByTestId('reason-confirm').click();
    await expect(rowOf(enterprise, HIRER)).toContainText(/已提前终止.*租期提前结束/);
    await expectAccessible(enterprise);
    await closeDrawer(enterprise);
  });

  test('an untrained driver cannot check in, and his enterprise enrols him in a session', async () => {
    const { id: driverId } = await manager.post('drivers', driverView, {
      enterpriseId: manager.user.enterpriseId,
      name: DRIVER,
      phone: '13800000612',
      licenceClass: 'B2',
    });
    const { code } = await manager.post('auth/device-codes', deviceCodeView, { driverId });
    await phone.goto(`${productUnderTest().baseUrl}/driver`);
    await phone.getByTestId('device-code').fill(code);
    await phone.getByTestId('device-sign-in').click();
    await phone.getByTestId('plate-input').fill(PLATE);
    await phone.getByTestId('check-in').click();
    await expect(phone.getByRole('heading', { name: '不能报到' })).toBeVisible();
    await expect(phone.getByTestId('reasons')).toContainText('业务技能');
    await expect(phone.getByTestId('reasons')).toContainText('安全');
    const startsAt = addSeconds(new Date(), SESSION_BEGINS_IN_SEC);
    session = await administration.post('training-sessions', trainingSessionView, {
      title: '滨江区上岗培训',
      place: '市混凝土管理站',
      partnerAgency: '杭州市交警支队',
      startsAt: startsAt.toISOString(),
      endsAt: addSeconds(startsAt, 7_200).toISOString(),
      capacity: 1,
    });

    await open(enterprise, 'sessions');
    await rowOf(enterprise, session.title).getByRole('button', { name: '查看' }).click();
    await dialog(enterprise).getByTestId('enrol-drivers').click();
    await enterprise.keyboard.insertText(DRIVER);
    await choose(enterprise, DRIVER);
    await enterprise.keyboard.press('Escape');
    await dialog(enterprise)
      .getByRole('button', { name: /报\s?名/ })
      .click();
    await expect(rowOf(enterprise, DRIVER, '已报名')).toHaveCount(1);
    await expect(dialog(enterprise)).toContainText('1 / 1');
    await expectAccessible(enterprise);
    await closeDrawer(enterprise);
  });

  test('the enterprise applies for a pass, which nobody grants out of turn', async () => {
    await open(enterprise, 'applications');
    await enterprise.getByTestId('apply').click();
    await dialog(enterprise).getByLabel('车辆（可多选）').click();
    for (const plate of [PLATE, ENDED]) {
      await enterprise.keyboard.insertText(plate);
      await choose(enterprise, plate);
    }
    await enterprise.keyboard.press('Escape');
    await dialog(enterprise).getByLabel('通行区域').click();
    await choose(enterprise, DEMO_ZONES[0]!.name);
    await enterprise.keyboard.press('Escape');
    await dialog(enterprise).getByLabel('月份').fill(THIS_MONTH);
    await dialog(enterprise).getByLabel('申请事由').fill('向滨江区三处工地供应混凝土');
    await confirm(enterprise);
    for (const plate of [PLATE, ENDED]) {
      await expect(rowOf(enterprise, plate)).toContainText('管理站预审');
    }
    await expectAccessible(enterprise);

    await open(police, 'applications');
    await expect(rowOf(police, PLATE).getByRole('checkbox')).toBeDisabled();
    await approve(city, '车辆已备案，材料齐全');
    await expect(rowOf(city, PLATE)).toContainText('交警核发');
  });

  test('the police issue it, and its code is on the paper that the enterprise prints', async () => {
    await police.reload();
    await approve(police, '同意在所申请区域通行');
    await expect(rowOf(police, PLATE)).toHaveCount(0);

    await open(enterprise, 'passes');
    await expect(rowOf(enterprise, ENDED)).toHaveCount(2);
    const drawing = enterprise.waitForRequest(/\/code\?/);
    await rowOf(enterprise, PLATE)
      .getByRole('button', { name: /打\s?印/ })
      .click();
    paperSays = await textOfCode(await drawing);
    const paper = enterprise.getByTestId('pass-paper');
    await expect(paper).toContainText(DEMO_ZONES[0]!.name);
    const code = paper.getByRole('img');
    await expect(code).toBeVisible();
    expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await expectAccessible(enterprise);
  });

  test('an officer who scans the paper reads the answer, and without a signal only that it is genuine', async () => {
    await signInAt(patrol, '/police', 'jiaojing');
    await patrol.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await patrol.goto(paperSays);
    await expect(patrol.getByTestId('verdict-plate')).toContainText(PLATE.slice(2));
    await expect(patrol.getByTestId('facts')).toContainText(DEMO_ZONES[0]!.name);
    const scanned = patrol.getByTestId('pass-code');
    await expect(scanned).toContainText('纸证属实，现时效力未核验');

    await patrol.context().setOffline(true);
    await patrol.reload();
    await expect(scanned).toContainText('纸证属实，现时效力未核验');
    await expect(scanned.getByTestId('keys-of')).toContainText('0分钟前');
    await expect(patrol.getByTestId('verdict')).toHaveCount(0);
    await expectAccessible(patrol);
    await patrol.goto(`${paperSays.split('#')[0]}#pass=${SIGNED_BY_A_LATER_KEY}`);
    await expect(scanned).toHaveText(/^没有信号，不能核对二维码真伪/);
    await patrol.goto(paperSays);
    await patrol.context().setOffline(false);
    await expect(patrol.getByTestId('verdict')).toBeVisible();
    await expect(scanned.getByTestId('keys-of')).toHaveCount(0);
  });

  test('the commission reads the papers and the city’s figures, and decides nothing', async () => {
    await findVehicle(commission, PLATE);
    await expect(rowOf(commission, PLATE)).toContainText('已备案');
    await expect(commission.getByRole('button', { name: '办理' })).toHaveCount(0);
    await open(commission, 'passes');
    await expect(passOf(commission)).toContainText(/有效|即将到期/);
    await expect(commission.getByRole('button', { name: '办理' })).toHaveCount(0);
    await expectAccessible(commission);
    await commission.goto(`${productUnderTest().baseUrl}/city`);
    await expect(commission.getByTestId('tile-registered')).toContainText(/[1-9]/);
    await expectAccessible(commission);
  });

  test('the police suspend the pass and give it back, and the enterprise applies for the next', async () => {
    // The paper of the pass still lies over its page.
    await enterprise.reload();
    await open(enterprise, 'applications');
    await enterprise.getByText('已核发', { exact: true }).click();
    await rowOf(enterprise, PLATE).getByRole('button', { name: '办理过程' }).click();
    await expect(dialog(enterprise).locator('.ant-timeline-item')).toHaveCount(3);
    await expect(dialog(enterprise)).toContainText('同意在所申请区域通行');
    await closeDrawer(enterprise);

    await open(police, 'passes');
    await decidePass('暂扣', '涉嫌抛洒，待查');
    await expect(passOf(police)).toContainText('暂扣');
    await decidePass('恢复', '查无抛洒');
    await expect(passOf(police)).toContainText(/有效|即将到期/);

    await enterprise.reload();
    await open(enterprise, 'passes');
    await passOf(enterprise).getByRole('checkbox').check();
    await enterprise.getByTestId('renew-chosen').click();
    await dialog(enterprise).getByLabel('月份').fill(NEXT_MONTH);
    await dialog(enterprise).getByLabel('申请事由').fill('工地下月继续浇筑');
    await confirm(enterprise);
    await open(enterprise, 'applications');
    await expect(rowOf(enterprise, PLATE, '续办')).toContainText('管理站预审');
  });

  test('the association sees its courses alone, and enters who came and what he scored', async () => {
    const tabs = association.locator('.admin-nav a');
    await expect(tabs).toHaveText([
      '培训场次',
      '上岗证书',
      '企业与厂站',
      '安全台账',
      '区域',
      '区县',
    ]);
    await expect
      .poll(() => Date.parse(session.startsAt) - Date.now(), { timeout: 60_000 })
      .toBeLessThan(0);
    await open(association, 'sessions');
    await rowOf(association, session.title).getByRole('button', { name: '查看' }).click();
    await dialog(association).getByLabel(`${DRIVER} 业务技能培训`).fill(String(SCORES.skill));
    await dialog(association).getByLabel(`${DRIVER} 上岗安全培训`).fill(String(SCORES.safety));
    await expectAccessible(association);
    const results = dialog(association).getByTestId('session-results');
    await results.getByRole('button').last().click();
    await expect(results).toHaveCount(0);

    await open(enterprise, 'trainings');
    await expect(rowOf(enterprise, DRIVER)).toContainText(`合格 ${SCORES.skill} 分`);
    await expect(rowOf(enterprise, DRIVER)).toContainText(`合格 ${SCORES.safety} 分`);
    await expect(rowOf(enterprise, DRIVER).getByText(/^证书 \S+$/)).toHaveCount(2);
  });

  test('the driver, now certified, goes on duty with the vehicle', async () => {
    await phone.getByTestId('check-in').click();

    await expect(phone.getByTestId('reasons')).toHaveCount(0);
    await expect(phone.getByTestId('waiting-for-trip')).toBeVisible();
  });

  test('the driver takes home all that is kept of him', async () => {
    await phone.locator('summary').click();
    const [file] = await Promise.all([
      phone.waitForEvent('download'),
      phone.getByTestId('own-data').click(),
    ]);
    expect(file.suggestedFilename()).toContain('我的数据');
    const kept = await readFile(await file.path(), 'utf8');
    for (const own of [DRIVER, PLATE, String(SCORES.skill)]) expect(kept).toContain(own);
    await expectAccessible(phone);
  });

  test('the city suspends the registration and takes it up again; the police revoke the pass', async () => {
    await findVehicle(city, PLATE);
    await decide(city, PLATE, '暂停备案', '车辆待检');
    await expect(rowOf(city, PLATE)).toContainText('暂停');
    await decide(city, PLATE, '准予备案', '检验合格');
    await expect(rowOf(city, PLATE)).toContainText('已备案');
    await decide(city, PLATE, '注销备案', '车辆报废');
    await expect(rowOf(city, PLATE)).toContainText('注销');

    await open(police, 'passes');
    await decidePass('吊销', '车辆已注销备案');
    await expect(passOf(police)).toContainText('吊销');
    await expect(passOf(police).getByRole('button', { name: '办理' })).toBeDisabled();
  });
});
