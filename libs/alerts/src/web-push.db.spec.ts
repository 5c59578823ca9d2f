import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushReceiptRequest } from '@tongyun/contracts';
import type { DriverEntity } from '@tongyun/fleet/data';
import {
  addMinutes,
  type AlertId,
  type DriverId,
  newId,
  type PushSubscriptionId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { importJWK, jwtVerify } from 'jose';
import { anAlertEpisode } from '../../../test/support/an-alert-episode.js';
import { buildWorks } from '../../../test/support/concrete-works.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AlertDeliveryQueries } from './alert-delivery-queries.service.js';
import { AlertEpisodes } from './alert-episodes.service.js';
import { PushSubscriptionEntity } from './data/push-subscription.entity.js';
import { DeliveryReceipts } from './delivery-receipts.service.js';
import { DRIVER_WORDS } from './driver-words.js';
import { ManagePushSubscriptions } from './manage-push-subscriptions.service.js';
import { PushKeys } from './push-keys.service.js';
import { SendDeliveriesService } from './send-deliveries.service.js';
import { TellOfAlertService } from './tell-of-alert.service.js';
import { TellingModule } from './telling.module.js';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A browser's pair of keys and secret, as it makes them when it subscribes. */
class Browser {
  readonly auth = randomBytes(16);
  private readonly pair: ECDH = createECDH('prime256v1');
  readonly keys: { readonly p256dh: string; readonly auth: string };

  constructor() {
    this.pair.generateKeys();
    this.keys = {
      p256dh: this.pair.getPublicKey('base64url'),
      auth: this.auth.toString('base64url'),
    };
  }

  /** Opens what was sealed for it (RFC 8291 over RFC 8188, one record). */
  open(body: Buffer): unknown {
    const [salt, idLength] = [body.subarray(0, 16), body[20]!];
    const theirs = body.subarray(21, 21 + idLength);
    const record = body.subarray(21 + idLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), theirs]);
    const shared = hkdfSync('sha256', this.pair.computeSecret(theirs), this.auth, info, 32);
    const derive = (what: string, length: number) =>
      Buffer.from(
        hkdfSync('sha256', Buffer.from(shared), salt, `Content-Encoding: ${what}\0`, length),
      );
    const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    cipher.setAuthTag(record.subarray(-16));
    const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
    return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
  }
}

/** As a browser at a push service would be asked for. */
const asked = (name: string) => ({
  endpoint: `https://push.example.com/${name}`,
  keys: new Browser().keys,
});

describe('web push', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let driver: DriverEntity;
  let service: Server;
  let answers = 201;
  const calls: Call[] = [];
  let now = new Date('2026-11-23T04:00:00Z');

  beforeAll(async () => {
    service = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        calls.push({ headers: request.headers, body: Buffer.concat(parts) });
        response.writeHead(answers).end();
      });
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    database = await openTestDatabase();
    driver = await (await buildWorks(database.dataSource.manager)).addDriver();
    module = await openTestModule(database, [TellingModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
    service?.close();
  });
  beforeEach(async () => {
    now = addMinutes(now, 600);
    calls.length = 0;
    answers = 201;
    await database.dataSource.manager.clear(PushSubscriptionEntity);
  });

  const origin = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  /** As a browser would be entered, at an address that would be refused. */
  const subscribe = (browser: Browser) =>
    database.dataSource.manager.insert(PushSubscriptionEntity, {
      id: newId<PushSubscriptionId>(),
      driverId: driver.id,
      endpoint: `${origin()}/${browser.auth.toString('hex')}`,
      ...browser.keys,
      createdAt: now,
      endedAt: null,
    });
  const alert = async (): Promise<AlertId> => {
    const unitOfWork = module.get(UnitOfWork);
    const episode = anAlertEpisode({
      enterpriseId: driver.enterpriseId,
      driverId: driver.id,
      startedAt: now,
      code: 'over_radius',
      level: 'grave',
    });
    const alertId = await unitOfWork.run((tx) => module.get(AlertEpisodes).open(tx, episode));
    await unitOfWork.run((tx) => module.get(TellOfAlertService).tell(tx, alertId));
    return alertId;
  };
  /** Tells a browser, and reads in it what it may say once it has shown that. */
  const receiptOf = async () => {
    const browser = new Browser();
    await subscribe(browser);
    const alertId = await alert();
    await module.get(SendDeliveriesService).sendDue();
    const { receipt } = browser.open(calls.at(-1)!.body) as { receipt: PushReceiptRequest };
    return { alertId, receipt };
  };
  const take = (receipt: PushReceiptRequest) => module.get(DeliveryReceipts).onBrowser(receipt);
  const pushesOf = async (alertId: AlertId) => {
    const { items } = await module
      .get(AlertDeliveryQueries)
      .ofAlert(anAuthority('concrete_admin'), alertId);
    return items.filter(({ channel }) => channel === 'web_push');
  };
  const manage = () => module.get(ManagePushSubscriptions);
  const inUse = (driverId: DriverId) =>
    database.dataSource.manager.find(PushSubscriptionEntity, { where: { driverId } });

  it('tells each browser of the driver what to do, which it alone can read', async () => {
    const [phone, tablet] = [new Browser(), new Browser()];
    await subscribe(phone);
    await subscribe(tablet);
    const alertId = await alert();

    await module.get(SendDeliveriesService).sendDue();

    const told = { alertId, words: DRIVER_WORDS.over_radius, receipt: expect.anything() };
    expect(calls).toHaveLength(2);
    const read = calls.map(({ body }) => {
      try {
        return phone.open(body);
      } catch {
        return tablet.open(body);
      }
    });
    expect(read).toEqual([told, told]);
    expect(await pushesOf(alertId)).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect((await pushesOf(alertId))[0]!.recipientName).toBe(driver.name);
  });

  it('signs with the house’s key, for that push service, and lets it lapse with the news', async () => {
    await subscribe(new Browser());
    await alert();

    await module.get(SendDeliveriesService).sendDue();

    const [{ headers }] = calls as [Call];
    const { publicKey } = await module.get(PushKeys).get();
    const [, token, key] = /^vapid t=(.+), k=(.+)$/.exec(headers.authorization!)!;
    const point = Buffer.from(publicKey, 'base64url');
    const jwk = await importJWK(
      {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
      'ES256',
    );
    const { payload } = await jwtVerify(token!, jwk);
    expect(key).toBe(publicKey);
    expect(payload.aud).toBe(origin());
    expect(headers).toMatchObject({ ttl: '600', urgency: 'high' });
  });

  describe('that a browser has shown', () => {
    it('is delivered, which it may say once', async () => {
      const { alertId, receipt } = await receiptOf();
      now = addMinutes(now, 1);
      await take(receipt);

      const shown = [{ state: 'delivered', deliveredAt: now.toISOString() }];
      expect(await pushesOf(alertId)).toMatchObject(shown);
      now = addMinutes(now, 1);
      await expect(take(receipt)).rejects.toMatchObject({ code: 'PUSH_RECEIPT_TAKEN' });
      expect(await pushesOf(alertId)).toMatchObject(shown);
    });

    it('is not believed without the token of that push', async () => {
      const { alertId, receipt } = await receiptOf();
      const token = `${receipt.token.startsWith('A') ? 'B' : 'A'}${receipt.token.slice(1)}`;

      for (const forged of [{ token }, { deliveryId: newId<string>() }]) {
        await expect(take({ ...receipt, ...forged })).rejects.toMatchObject({
          code: 'PUSH_RECEIPT_NOT_FOUND',
        });
      }
      expect(await pushesOf(alertId)).toMatchObject([{ state: 'sent', deliveredAt: null }]);
    });
  });

  it('ends a browser that its service calls gone', async () => {
    answers = 410;
    await subscribe(new Browser());
    const alertId = await alert();

    await module.get(SendDeliveriesService).sendDue();

    expect(await pushesOf(alertId)).toMatchObject([{ state: 'failed', failure: 'GONE' }]);
    const [row] = await inUse(driver.id);
    expect(row!.endedAt).toEqual(now);
    expect(await pushesOf(await alert())).toEqual([]);
  });

  it('tries again when the service is out of order', async () => {
    answers = 503;
    await subscribe(new Browser());
    const alertId = await alert();

    await module.get(SendDeliveriesService).sendDue();

    expect(await pushesOf(alertId)).toMatchObject([
      { state: 'waiting', failure: 'it answered 503' },
    ]);
  });

  describe('subscriptions', () => {
    it('belong to whoever asked last on a browser', async () => {
      const other = newId<DriverId>();
      const phone = asked('shared');
      await manage().begin(driver.id, phone);
      await manage().begin(other, phone);

      expect(await inUse(driver.id)).toMatchObject([{ endedAt: now }]);
      expect(await inUse(other)).toMatchObject([{ endedAt: null }]);
    });

    it('are the same when said again, and end when he says so', async () => {
      const phone = asked('phone');
      await manage().begin(driver.id, phone);
      await manage().begin(driver.id, phone);
      await manage().end(newId<DriverId>(), phone.endpoint);
      expect(await inUse(driver.id)).toMatchObject([{ endedAt: null }]);

      await manage().end(driver.id, phone.endpoint);
      expect(await inUse(driver.id)).toMatchObject([{ endedAt: now }]);
    });

    it('give way to newer ones when a driver has many', async () => {
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        await manage().begin(driver.id, asked(name));
        now = addMinutes(now, 1);
      }
      const rows = await inUse(driver.id);
      const open = rows.filter(({ endedAt }) => endedAt === null);

      expect(open.map(({ endpoint }) => endpoint.at(-1)).toSorted()).toEqual(['b', 'c', 'd', 'e']);
    });

    it('are refused inside a network', async () => {
      const inside = { ...asked('x'), endpoint: 'https://10.0.0.5/x' };

      await expect(manage().begin(driver.id, inside)).rejects.toMatchObject({
        code: 'PUSH_ENDPOINT_REFUSED',
      });
    });
  });
});
