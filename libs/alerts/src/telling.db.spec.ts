import { randomInt } from 'node:crypto';
import {
  BindTerminalService,
  FleetModule,
  OrderTerminalService,
  RegisterTerminalService,
  TerminalOrderDesk,
} from '@tongyun/fleet';
import {
  addMinutes,
  addSeconds,
  type AlertId,
  type DriverId,
  newId,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { SetPolicyService } from '@tongyun/policy';
import type { TestingModule } from '@nestjs/testing';
import { anAlertEpisode } from '../../../test/support/an-alert-episode.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { until } from '../../../test/support/until.js';
import { AlertDeliveryQueries } from './alert-delivery-queries.service.js';
import { AlertEpisodes, type OpeningEpisode } from './alert-episodes.service.js';
import { AlertQueries } from './alert-queries.service.js';
import { DeliveryReceipts } from './delivery-receipts.service.js';
import { DriverAlertQueries } from './driver-alert-queries.service.js';
import { PageReceipts } from './page-receipts.service.js';
import { SendDeliveriesService } from './send-deliveries.service.js';
import {
  SMS_RECEIPTS,
  SMS_SENDER,
  type SmsMessage,
  type SmsReceipts,
  type SmsSender,
} from './sms-sender.js';
import { TellOfAlertService } from './tell-of-alert.service.js';
import { TellingModule } from './telling.module.js';

describe('telling of alerts', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = new Date('2026-11-23T04:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    works = await buildWorks(database.dataSource.manager);
    module = await openTestModule(database, [FleetModule, TellingModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(() => {
    now = addMinutes(now, 600);
  });

  const open = (change: Partial<OpeningEpisode>): Promise<AlertId> =>
    module
      .get(UnitOfWork)
      .run((tx) =>
        module
          .get(AlertEpisodes)
          .open(
            tx,
            anAlertEpisode({ enterpriseId: works.enterpriseId, startedAt: now, ...change }),
          ),
      );
  const tell = (alertId: AlertId) =>
    module.get(UnitOfWork).run((tx) => module.get(TellOfAlertService).tell(tx, alertId));
  const openAndTell = async (change: Partial<OpeningEpisode>): Promise<AlertId> => {
    const alertId = await open(change);
    await tell(alertId);
    return alertId;
  };
  const toldOf = async (alertId: AlertId) =>
    (await module.get(AlertDeliveryQueries).ofAlert(SYSTEM_SCOPE, alertId)).items;
  const byWay = async (alertId: AlertId, channel: string) =>
    (await toldOf(alertId)).find((row) => row.channel === channel);
  const truck = async () => {
    const [{ id: vehicleId }, { id: driverId }] = [await works.addMixer(), await works.addDriver()];
    return { vehicleId, driverId };
  };
  const fitTerminal = async (vehicleId: VehicleId) => {
    const phone = `139${randomInt(10_000_000, 99_999_999)}`;
    const answer = await module.get(RegisterTerminalService).register(SYSTEM_SCOPE, {
      phone,
      terminalNo: 'T1',
      manufacturer: '70111',
      model: 'BSJ-A6',
      plateNo: null,
      plateColor: null,
      protocolVersion: '2019',
    });
    if (answer.result !== 'accepted') throw new Error(answer.result);
    await module.get(BindTerminalService).bind(SYSTEM_SCOPE, answer.terminal.id, vehicleId);
    return answer.terminal.id;
  };

  const levelOf = async (alertId: AlertId) =>
    (await module.get(AlertQueries).get(SYSTEM_SCOPE, alertId)).level;
  const goOn = (alertId: AlertId, level: OpeningEpisode['level']) =>
    module
      .get(UnitOfWork)
      .run((tx) =>
        module.get(AlertEpisodes).extend(tx, alertId, { evidence: [], level, value: null }),
      );

  it('tells desks, the driver’s page and his terminal of a warning, each once', async () => {
    const { vehicleId, driverId } = await truck();
    const terminalId = await fitTerminal(vehicleId);
    const alertId = await openAndTell({ vehicleId, driverId, code: 'no_pass' });
    await tell(alertId);

    const told = await toldOf(alertId);

    expect(told.map(({ channel, state }) => [channel, state]).toSorted()).toEqual([
      ['driver_page', 'waiting'],
      ['screen', 'waiting'],
      ['screen', 'waiting'],
      ['terminal', 'waiting'],
    ]);
    const [order] = await module.get(TerminalOrderDesk).take([terminalId]);
    expect(order?.command).toMatchObject({ kind: 'text', isSpoken: true });
  });

  it('notes that the terminal said it', async () => {
    const { vehicleId } = await truck();
    const terminalId = await fitTerminal(vehicleId);
    const alertId = await openAndTell({ vehicleId, code: 'no_pass' });
    const [order] = await module.get(TerminalOrderDesk).take([terminalId]);

    const settled = { orderId: order!.id, terminalId, state: 'done' } as const;
    await module.get(UnitOfWork).run((tx) => module.get(DeliveryReceipts).onTerminal(tx, settled));

    expect(await byWay(alertId, 'terminal')).toMatchObject({
      state: 'delivered',
      deliveredAt: now.toISOString(),
    });
  });

  it('has a terminal say nothing that is no news any more when it is back', async () => {
    const { vehicleId } = await truck();
    const terminalId = await fitTerminal(vehicleId);
    const desk = module.get(TerminalOrderDesk);
    await openAndTell({ vehicleId, code: 'no_pass' });
    now = addMinutes(now, 11);
    expect(await desk.take([terminalId])).toEqual([]);

    const over = await openAndTell({ vehicleId });
    await module.get(UnitOfWork).run((tx) => module.get(AlertEpisodes).end(tx, over, now));
    await tell(over);
    expect(await desk.take([terminalId])).toEqual([]);

    const told = await module.get(OrderTerminalService).ordersOf(SYSTEM_SCOPE, terminalId);
    expect(told.map(({ state }) => state)).toEqual(['expired', 'expired']);
  });

  it('shows it on the driver’s page until he has seen it, and what came graver again', async () => {
    const { vehicleId, driverId } = await truck();
    const alertId = await openAndTell({ vehicleId, driverId });
    const [page, receipts] = [module.get(DriverAlertQueries), module.get(DeliveryReceipts)];
    await receipts.onDriversPage(driverId, alertId, 'delivered');
    expect(await page.ofDriver(driverId)).toMatchObject([{ id: alertId, seenAt: null }]);

    await receipts.onDriversPage(driverId, alertId, 'seen');
    expect(await page.ofDriver(driverId)).toMatchObject([{ seenAt: now.toISOString() }]);

    now = addMinutes(now, 1);
    await module.get(UnitOfWork).run(async (tx) => {
      const graver = { evidence: [], level: 'grave', value: null } as const;
      await module.get(AlertEpisodes).extend(tx, alertId, graver);
    });
    await tell(alertId);

    expect(await page.ofDriver(driverId)).toMatchObject([{ level: 'grave', seenAt: null }]);
  });

  it('hides another driver’s alert from a receipt', async () => {
    const alertId = await openAndTell(await truck());

    const receipt = module.get(DeliveryReceipts).onDriversPage(newId<DriverId>(), alertId, 'seen');

    await expect(receipt).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
  });

  it('marks the desk’s row seen by who opens it, and not the authorities’', async () => {
    const alertId = await openAndTell(await truck());

    await module.get(DeliveryReceipts).see(works.dispatcher, alertId);

    const seen = (await toldOf(alertId)).filter(({ channel }) => channel === 'screen');
    expect(Object.fromEntries(seen.map(({ recipient, state }) => [recipient, state]))).toEqual({
      [works.enterpriseId]: 'seen',
      authorities: 'waiting',
    });
  });

  it('holds the road’s tellings in quiet time, visibly', async () => {
    const who = await truck();
    const first = await openAndTell(who);
    await module.get(UnitOfWork).run((tx) => module.get(AlertEpisodes).end(tx, first, now));
    now = addMinutes(now, 5);

    const again = await openAndTell(who);

    expect(await byWay(again, 'driver_page')).toMatchObject({
      state: 'held',
      heldBecause: 'quiet_time',
    });
    expect(await byWay(again, 'screen')).toMatchObject({ state: 'waiting', heldBecause: null });
  });

  it('sends a grave one by SMS, and again later when the company does not answer', async () => {
    const { vehicleId, driverId } = await truck();
    const sending = module.get(SendDeliveriesService);
    await sending.sendDue();
    const company = module.get<SmsSender>(SMS_SENDER);
    const heard: SmsMessage[] = [];
    let isDown = true;
    const before = company.send.bind(company);
    company.send = (message) => {
      if (isDown) return Promise.reject(new Error('no route'));
      heard.push(message);
      return Promise.resolve({ state: 'sent' });
    };
    const alertId = await openAndTell({ vehicleId, driverId, level: 'grave' });

    await sending.sendDue();
    expect(await byWay(alertId, 'sms')).toMatchObject({ state: 'waiting', failure: 'no route' });
    isDown = false;
    await sending.sendDue();
    expect(heard).toEqual([]);
    now = addSeconds(now, 20);
    await sending.sendDue();
    company.send = before;

    expect(heard).toHaveLength(1);
    expect(await byWay(alertId, 'sms')).toMatchObject({ state: 'sent', calls: 2, failure: null });
  });

  it('takes the company’s word that an SMS is on the phone, though the call was not answered', async () => {
    const company = module.get<SmsSender>(SMS_SENDER);
    const before = company.send.bind(company);
    company.send = async ({ id }) => {
      await module.get<SmsReceipts>(SMS_RECEIPTS).delivered(id);
      throw new Error('hung up');
    };
    const alertId = await openAndTell({ ...(await truck()), level: 'grave' });
    await module.get(SendDeliveriesService).sendDue();
    company.send = before;
    now = addMinutes(now, 1);
    await module.get(SendDeliveriesService).sendDue();

    const deliveredAt = addMinutes(now, -1).toISOString();
    expect(await byWay(alertId, 'sms')).toMatchObject({
      state: 'delivered',
      calls: 1,
      failure: null,
      sentAt: deliveredAt,
      deliveredAt,
    });
  });

  it('notes on what pages it was sent to and came, of what was told by then', async () => {
    const { vehicleId, driverId } = await truck();
    const alertId = await openAndTell({ vehicleId, driverId });
    const openedAt = now;
    now = addMinutes(now, 1);
    await goOn(alertId, 'grave');
    await tell(alertId);
    now = openedAt;
    const pages = module.get(PageReceipts);
    const alert = { id: alertId, enterpriseId: works.enterpriseId };
    pages.sentToDriver([{ id: alertId, driverId }]);
    pages.atDesk(works.dispatcher, [alert], 'sent');
    pages.atDesk(anAuthority('concrete_admin'), [alert], 'sent');
    pages.atDesk(anAuthority('concrete_admin'), [alert], 'delivered');
    await until(async () => (await toldOf(alertId)).some(({ state }) => state === 'delivered'));

    const onPages = (await toldOf(alertId)).filter(({ channel }) => channel !== 'sms');
    expect(onPages.map((row) => [row.occasion, row.recipient, row.state, row.sentAt])).toEqual(
      expect.arrayContaining([
        ['opened', works.enterpriseId, 'sent', openedAt.toISOString()],
        ['opened', 'authorities', 'delivered', openedAt.toISOString()],
        ['opened', driverId, 'sent', openedAt.toISOString()],
        ['escalated', works.enterpriseId, 'waiting', null],
        ['escalated', 'authorities', 'waiting', null],
        ['escalated', driverId, 'waiting', null],
      ]),
    );
  });

  it('says that an SMS was not sent where no company is set', async () => {
    const alertId = await openAndTell({ ...(await truck()), level: 'grave' });

    await module.get(SendDeliveriesService).sendDue();

    expect(await byWay(alertId, 'sms')).toMatchObject({
      state: 'failed',
      failure: 'NO_SMS_COMPANY',
    });
  });

  describe('where the enterprise’s own policy states levels', () => {
    beforeAll(async () => {
      await module.get(SetPolicyService).set(SYSTEM_SCOPE, {
        key: 'alerts.telling',
        scope: `enterprise:${works.enterpriseId}`,
        value: {
          usual: { level: null, tell: { screen: 'notice' }, quietMin: 0, quietHours: null },
          codes: { long_stop: { level: 'notice' }, offline: { level: 'warning' } },
        },
        effectiveFrom: addMinutes(now, -1),
        source: 'decided',
        confidence: 'decided',
        reason: 'stops are common here, silence is not',
      });
    });

    it('opens at its level, and tells as that says', async () => {
      const alertId = await openAndTell({ ...(await truck()), code: 'long_stop' });

      expect(await levelOf(alertId)).toBe('notice');
      expect((await toldOf(alertId)).every(({ channel }) => channel === 'screen')).toBe(true);
    });

    it.each([
      { code: 'long_stop', level: 'warning', stated: 'notice' },
      { code: 'offline', level: 'notice', stated: 'warning' },
    ] as const)('keeps $code at $stated while the rule calls it $level', async (rule) => {
      const { code, level, stated } = rule;
      const alertId = await openAndTell({ ...(await truck()), code, level });
      await goOn(alertId, level);
      await tell(alertId);

      expect(await levelOf(alertId)).toBe(stated);
      const occasions = (await toldOf(alertId)).map(({ occasion }) => occasion);
      expect(new Set(occasions)).toEqual(new Set(['opened']));
    });

    it('raises what it is silent on with the rule, and never lowers it', async () => {
      const alertId = await open({ ...(await truck()), code: 'overspeed', level: 'warning' });
      const levels: string[] = [];
      for (const level of ['notice', 'grave', 'warning'] as const) {
        await goOn(alertId, level);
        levels.push(await levelOf(alertId));
      }

      expect(levels).toEqual(['warning', 'grave', 'grave']);
    });
  });
});
