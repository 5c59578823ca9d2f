import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AlertView, ReasonView } from '@tongyun/contracts';
import { CreateDriverService, CreateEnterpriseService, type Driver } from '@tongyun/fleet';
import {
  addMinutes,
  type AlertId,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type WebhookId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { anAlertEpisode, ofExpiredPass } from '../../../test/support/an-alert-episode.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { until } from '../../../test/support/until.js';
import { AlertDeliveryQueries } from './alert-delivery-queries.service.js';
import { AlertEpisodes, type OpeningEpisode } from './alert-episodes.service.js';
import { WebhookEntity } from './data/webhook.entity.js';
import { ManageWebhooksService } from './manage-webhooks.service.js';
import { SendDeliveriesService } from './send-deliveries.service.js';
import { TellOfAlertService } from './tell-of-alert.service.js';
import { TellingModule } from './telling.module.js';
import { signCall } from './webhook-caller.js';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('webhooks', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let receiver: Server;
  let answers = 200;
  let silent: ServerResponse | undefined;
  const calls: Call[] = [];
  const enterpriseId = newId<EnterpriseId>();
  let now = new Date('2026-11-23T04:00:00Z');

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        calls.push({ headers: request.headers, body });
        if (request.url === '/silent') silent = response;
        else response.writeHead(answers).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    database = await openTestDatabase();
    module = await openTestModule(database, [TellingModule], { now: () => now });
    await hang(enterpriseId);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
    receiver?.close();
  });
  beforeEach(() => {
    now = addMinutes(now, 600);
    calls.length = 0;
    answers = 200;
  });

  /** As `ManageWebhooksService` would, to an address that it would not take. */
  const hang = (of: EnterpriseId | null, path = '/') =>
    database.dataSource.manager.insert(WebhookEntity, {
      id: newId<WebhookId>(),
      enterpriseId: of,
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`,
      secret: 'shared',
      createdBy: SYSTEM_SCOPE.userId,
      createdAt: now,
      endedAt: null,
    });
  const anEnterprise = async (name: string): Promise<EnterpriseId> => {
    const stated = { name, shortName: name, district: '余杭', mode: 'dispatch' } as const;
    const create = module.get(CreateEnterpriseService, { strict: false });
    return (await create.create(SYSTEM_SCOPE, stated)).id;
  };
  const aDriverOf = (of: EnterpriseId): Promise<Driver> =>
    module.get(CreateDriverService, { strict: false }).create(SYSTEM_SCOPE, {
      enterpriseId: of,
      name: '欧阳守一',
      phone: '13900004321',
      licenceClass: 'B2',
    });
  const openAndTell = (of: EnterpriseId, over: Partial<OpeningEpisode> = {}): Promise<AlertId> =>
    module.get(UnitOfWork).run(async (tx) => {
      const episode = anAlertEpisode({ enterpriseId: of, startedAt: now, ...over });
      const alertId = await module.get(AlertEpisodes).open(tx, episode);
      await module.get(TellOfAlertService).tell(tx, alertId);
      return alertId;
    });
  const openOneOfMany = (level: OpeningEpisode['level']): Promise<AlertId> =>
    openAndTell(enterpriseId, { ...ofExpiredPass('2026-11-24 00:00'), level });
  const deliveryOf = async (alertId: AlertId) => {
    const { items } = await module.get(AlertDeliveryQueries).ofAlert(SYSTEM_SCOPE, alertId);
    return items.find(({ channel }) => channel === 'webhook');
  };
  const send = () => module.get(SendDeliveriesService).sendDue();

  it('tells an enterprise’s system, signed so that it can trust it', async () => {
    const alertId = await openAndTell(enterpriseId);
    await send();

    const [{ headers, body }] = calls as [Call];
    const delivery = await deliveryOf(alertId);
    expect(headers['tongyun-signature']).toBe(signCall('shared', body, now));
    expect(headers['tongyun-delivery']).toBe(delivery?.id);
    expect(JSON.parse(body)).toMatchObject({ event: 'alert.opened', alert: { id: alertId } });
    expect(delivery).toMatchObject({ state: 'delivered', calls: 1 });
  });

  it('calls again, later each time, until it is answered', async () => {
    answers = 503;
    const alertId = await openAndTell(enterpriseId);
    await send();
    expect(await deliveryOf(alertId)).toMatchObject({
      state: 'waiting',
      failure: 'it answered 503',
    });

    answers = 204;
    now = addMinutes(now, 1);
    await send();

    expect(await deliveryOf(alertId)).toMatchObject({ state: 'delivered', calls: 2 });
    expect(new Set(calls.map(({ headers }) => headers['tongyun-delivery'])).size).toBe(1);
  });

  it('follows no redirection, and gives up what says it is gone', async () => {
    answers = 302;
    const moved = await openAndTell(enterpriseId);
    await send();
    answers = 410;
    const gone = await openAndTell(enterpriseId);
    await send();

    expect(await deliveryOf(moved)).toMatchObject({ state: 'waiting', failure: 'it answered 302' });
    expect(await deliveryOf(gone)).toMatchObject({ state: 'failed', failure: 'GONE' });
  });

  it('lets one that does not answer hold up nobody else', async () => {
    const slow = newId<EnterpriseId>();
    await hang(slow, '/silent');
    const unheard = await openAndTell(slow);
    const heard = await openAndTell(enterpriseId);
    const sent = send();
    await until(async () => (await deliveryOf(heard))?.state === 'delivered');

    expect(await deliveryOf(heard)).toMatchObject({ state: 'delivered' });
    expect(await deliveryOf(unheard)).toMatchObject({ state: 'waiting' });
    silent?.writeHead(200).end();
    await sent;
    expect(await deliveryOf(unheard)).toMatchObject({ state: 'delivered' });
  });

  it('tells of one cause once, and again where it is graver', async () => {
    const first = await openOneOfMany('warning');
    const second = await openOneOfMany('warning');
    const graver = await openOneOfMany('grave');
    await send();

    expect(calls.map(({ body }) => JSON.parse(body).alert.id)).toEqual([first, graver]);
    expect(JSON.parse(calls[0]!.body).alert).toMatchObject({ causeCount: 3 });
    expect(await deliveryOf(second)).toMatchObject({ state: 'held', heldBecause: 'same_cause' });

    now = addMinutes(now, 1_441);
    const nextDay = await openOneOfMany('warning');
    expect(await deliveryOf(nextDay)).toMatchObject({ state: 'waiting' });
  });

  it('tells nobody of another enterprise’s alert', async () => {
    const alertId = await openAndTell(newId<EnterpriseId>());

    expect(await deliveryOf(alertId)).toBeUndefined();
  });

  it('names a driver whole to his own enterprise alone', async () => {
    const [own, lender] = [await anEnterprise('用车商砼'), await anEnterprise('借出商砼')];
    // What the specs before left to be called again.
    await send();
    await hang(own);
    await hang(null);
    const told = async (driver: Pick<Driver, 'id' | 'name'>): Promise<Set<string>> => {
      calls.length = 0;
      await openAndTell(own, { driverId: driver.id, reasons: [untrained(driver.name)] });
      await send();
      return new Set(
        calls.map(({ body }) => {
          const { driverName, reasons } = (JSON.parse(body) as { alert: AlertView }).alert;
          const { sentence, compared } = reasons[0]!;
          return [driverName, sentence['zh-CN'], compared['driverName']].join();
        }),
      );
    };
    const whole = '欧阳守一,驾驶员欧阳守一未通过培训,欧阳守一';
    const masked = '欧**,驾驶员欧**未通过培训,欧**';

    expect(await told(await aDriverOf(own))).toEqual(new Set([whole, masked]));
    now = addMinutes(now, 600);
    expect(await told(await aDriverOf(lender))).toEqual(new Set([masked]));
  });

  it('is hung by an enterprise for itself alone, and ended by it alone', async () => {
    const manage = module.get(ManageWebhooksService);
    const mine = newId<EnterpriseId>();
    const manager = anEmployee(mine, 'enterprise_manager');
    const url = 'https://erp.example.com/hooks';

    const { webhook, secret } = await manage.create(manager, { url, enterpriseId: mine });
    const ofAll = manage.create(manager, { url });
    const inside = manage.create(manager, { url: 'https://10.0.0.8/', enterpriseId: mine });
    const other = manage.end(anEmployee(newId<EnterpriseId>()), webhook.id as WebhookId);

    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    await expect(ofAll).rejects.toMatchObject({ code: 'ENTERPRISE_NOT_FOUND' });
    await expect(inside).rejects.toMatchObject({ code: 'WEBHOOK_URL_REFUSED' });
    await expect(other).rejects.toMatchObject({ code: 'WEBHOOK_NOT_FOUND' });
    expect(await manage.list(manager)).toEqual([webhook]);
    await manage.end(manager, webhook.id as WebhookId);
    expect(await manage.list(anAuthority('concrete_admin'))).not.toContainEqual(webhook);
  });
});

const untrained = (driverName: string): ReasonView => ({
  code: 'untrained_skill',
  effect: 'forbids_work',
  sentence: { 'zh-CN': `驾驶员${driverName}未通过培训`, en: `${driverName} is not trained` },
  compared: { driverName },
  policyVersion: 'shipped',
  overridableBy: [],
});
