import { AlertEpisodes } from '@tongyun/alerts';
import type { AlertDeliveries, AlertDeliveryView, AlertView, Page } from '@tongyun/contracts';
import type { AlertId, DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { anAlertEpisode } from '../support/an-alert-episode.js';
import { sent } from '../support/api-client.js';
import { keepWatching, type Watcher } from '../support/live-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const ALERTS = { topics: ['alert' as const], viewport: null };
const HIS_ALERTS = { topics: ['driver_alert' as const], viewport: null };

describe('how far an alert came on pages', () => {
  let server: TestServer;
  const watchers: Watcher[] = [];

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterEach(() => {
    for (const watcher of watchers.splice(0)) watcher.close();
  });
  afterAll(() => server?.close());

  const open = async (): Promise<AlertId> => {
    const { id: enterpriseId, driverId } = server.enterprises.own;
    const episode = anAlertEpisode({
      enterpriseId,
      driverId: driverId as DriverId,
      startedAt: new Date(),
    });
    const episodes = server.app.get(AlertEpisodes, { strict: false });
    return server.app.get(UnitOfWork, { strict: false }).run((tx) => episodes.open(tx, episode));
  };
  const watchAs = async (role: 'dispatcher' | 'district_bureau' | 'driver', says: boolean) => {
    const [namespace, command] =
      role === 'driver' ? (['driver', HIS_ALERTS] as const) : (['dispatcher', ALERTS] as const);
    const { token } = server.as(role);
    watchers.push(await keepWatching(server.url, namespace, token, command, says));
  };
  const toldOf = async (alertId: AlertId): Promise<AlertDeliveryView[]> =>
    (await sent<AlertDeliveries>(server.as('dispatcher').get(`alerts/${alertId}/deliveries`)))
      .items;
  /** As it stands once whoever is named has come so far. */
  const standing = async (alertId: AlertId, recipient: string, state: string) => {
    await until(async () =>
      (await toldOf(alertId)).some((row) => row.recipient === recipient && row.state === state),
    );
    const told = await toldOf(alertId);
    return Object.fromEntries(told.map((row) => [row.recipient, row.state]));
  };
  const ours = () => server.enterprises.own.id;
  const driver = () => server.enterprises.own.driverId;

  it('is nowhere while nobody has a page open', async () => {
    const alertId = await open();

    expect(await standing(alertId, ours(), 'waiting')).toEqual({
      [ours()]: 'waiting',
      authorities: 'waiting',
      [driver()]: 'waiting',
    });
  });

  it('is sent to pages that are open, and delivered where one says that it has it', async () => {
    await watchAs('dispatcher', true);
    await watchAs('district_bureau', false);
    await watchAs('driver', true);
    const alertId = await open();

    await standing(alertId, driver(), 'sent');
    await standing(alertId, 'authorities', 'sent');
    expect(await standing(alertId, ours(), 'delivered')).toEqual({
      [ours()]: 'delivered',
      authorities: 'sent',
      [driver()]: 'sent',
    });
  });

  it('is delivered to a desk that asks for its alerts, and to no other', async () => {
    const alertId = await open();
    await standing(alertId, ours(), 'waiting');
    await sent<Page<AlertView>>(server.as('dispatcher').get('alerts'));

    expect(await standing(alertId, ours(), 'delivered')).toMatchObject({ authorities: 'waiting' });
  });

  it('lets a browser that is not signed in say that a push was shown, with its token alone', async () => {
    const receipt = { deliveryId: await open(), token: 'A'.repeat(43) };

    const { status, body } = await server.stranger.post('push-receipts', receipt);

    expect({ status, body }).toMatchObject({
      status: 404,
      body: { code: 'PUSH_RECEIPT_NOT_FOUND' },
    });
  });
});
