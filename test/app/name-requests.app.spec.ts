import { randomUUID } from 'node:crypto';
import type {
  DriverDecisions,
  DriverNameRequestView,
  DriverNameSteps,
  DriverOwnDataView,
  DriverView,
  Page,
} from '@tongyun/contracts';
import { localTimeOf } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ASKED = { name: '章师傅', reason: '身份证更名' };
const LIST = 'driver-name-requests?limit=200';

const refused = async (answer: ReturnType<ApiClient['get']>) => {
  const { status, body } = await answer;
  return [status, (body as { code?: string }).code];
};
const stepsOf = async ({ id }: DriverNameRequestView, by: ApiClient) =>
  (await sent<DriverNameSteps>(by.get(`driver-name-requests/${id}/steps`))).items;

describe('a new name for a driver who was examined', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let manager: ApiClient;
  let administration: ApiClient;
  let driver: DriverView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    manager = server.as('enterprise_manager');
    administration = server.as('concrete_admin');
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    driver = await works.addDriver();
  });

  const ask = (change: object = {}, by = manager, { id } = driver) =>
    by.post(`drivers/${id}/name-requests`, { ...ASKED, ...change });
  const asked = () => sent<DriverNameRequestView>(ask());
  const step = (
    { id, version }: DriverNameRequestView,
    state: string,
    by = administration,
    ifMatch = `"${version}"`,
  ) =>
    by.post(
      `driver-name-requests/${id}/steps`,
      { state, reason: '已核对身份证' },
      { 'if-match': ifMatch },
    );
  const nameOf = async ({ id }: DriverView) =>
    (await sent<DriverView>(manager.get(`drivers/${id}`))).name;
  const listed = async (by: ApiClient) => {
    const { items } = await sent<Page<DriverNameRequestView>>(by.get(LIST));
    return items.find(({ driverId }) => driverId === driver.id);
  };

  it('is asked for by his enterprise, and is his once the administration grants it', async () => {
    const request = await asked();

    expect(request).toMatchObject({
      ...ASKED,
      driverId: driver.id,
      nameBefore: '张师傅',
      state: 'asked',
      nextStates: ['withdrawn'],
    });
    expect(await nameOf(driver)).toBe('张师傅');
    expect(await listed(administration)).toMatchObject({ nextStates: ['granted', 'refused'] });

    const granted = await sent<DriverNameRequestView>(step(request, 'granted'));

    expect(granted).toMatchObject({ state: 'granted', nextStates: [] });
    expect(await nameOf(driver)).toBe('章师傅');
    const { items } = await sent<DriverDecisions>(manager.get(`drivers/${driver.id}/decisions`));
    expect(items).toMatchObject([
      {
        kind: 'corrected',
        before: { name: '张师傅' },
        reason: '已核对身份证',
        decidedByRoles: ['concrete_admin'],
      },
    ]);
  });

  it('is refused with a reason, and may be asked for again', async () => {
    const request = await asked();

    await sent(step(request, 'refused'));

    expect(await nameOf(driver)).toBe('张师傅');
    for (const by of [manager, administration, server.as('auditor')]) {
      expect(await stepsOf(request, by)).toMatchObject([
        { fromState: null, toState: 'asked', reason: ASKED.reason },
        {
          fromState: 'asked',
          toState: 'refused',
          reason: '已核对身份证',
          decidedByRoles: ['concrete_admin'],
        },
      ]);
    }
    expect(await asked()).toMatchObject({ state: 'asked' });
  });

  it('is withdrawn by who asked, until it is decided on', async () => {
    const request = await asked();

    expect(await refused(step(request, 'withdrawn', administration))).toEqual([403, 'FORBIDDEN']);
    await sent(step(request, 'withdrawn', works.dispatcher));
    expect(await refused(step(request, 'granted', administration, '*'))).toEqual([
      409,
      'DRIVER_NAME_REQUEST_SETTLED',
    ]);
    expect(await nameOf(driver)).toBe('张师傅');
  });

  it('is decided on as it was seen, and by nobody but the administration', async () => {
    const request = await asked();

    expect(await refused(step(request, 'granted', administration, '"0"'))).toEqual([
      412,
      'VERSION_CONFLICT',
    ]);
    expect(await refused(step(request, 'granted', manager))).toEqual([403, 'FORBIDDEN']);
    for (const role of ['district_bureau', 'police', 'association'] as const) {
      expect(await refused(step(request, 'granted', server.as(role)))).toEqual([403, 'FORBIDDEN']);
    }
    expect(await listed(manager)).toMatchObject({ state: 'asked' });
    expect(await nameOf(driver)).toBe('张师傅');
  });

  it('is granted once, however often it is tried at a time', async () => {
    const request = await asked();

    const answers = await Promise.all([1, 2, 3].map(() => step(request, 'granted')));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    expect(await stepsOf(request, manager)).toHaveLength(2);
  });

  it('is asked for one at a time, of who was examined and is there', async () => {
    const unexamined = await works.addDriver([]);
    await asked();

    expect(await refused(ask())).toEqual([409, 'DRIVER_NAME_REQUEST_OPEN']);
    expect(await refused(ask({ name: '张师傅' }))).toEqual([409, 'DRIVER_UNCHANGED']);
    expect(await refused(ask({ reason: ' ' }))).toEqual([400, 'INVALID_REQUEST']);
    expect(await refused(ask({}, manager, unexamined))).toEqual([409, 'DRIVER_NOT_EXAMINED']);
    expect(await refused(ask({}, administration))).toEqual([403, 'FORBIDDEN']);
  });

  it('is not his any more who left before it was granted', async () => {
    const request = await asked();
    const { on: leftOn } = localTimeOf(new Date(), 'Asia/Shanghai');
    const end = { leftOn, reason: '辞职' };
    await sent(manager.post(`drivers/${driver.id}/employment-end`, end, { 'if-match': '*' }));

    expect(await refused(step(request, 'granted'))).toEqual([409, 'DRIVER_LEFT']);
    expect(await listed(administration)).toMatchObject({ state: 'asked' });
    await sent(step(request, 'refused'));
    expect(await refused(ask())).toEqual([409, 'DRIVER_LEFT']);
  });

  it('is nobody else’s to see, and among what is kept of him', async () => {
    const request = await asked();
    const stranger = server.as('enterprise_manager', 'other');
    const none = [404, 'DRIVER_NAME_REQUEST_NOT_FOUND'];

    expect(await listed(stranger)).toBeUndefined();
    expect(await refused(stranger.get(`driver-name-requests/${request.id}/steps`))).toEqual(none);
    expect(await refused(step(request, 'withdrawn', stranger))).toEqual(none);
    expect(await refused(ask({}, stranger))).toEqual([404, 'DRIVER_NOT_FOUND']);
    expect(await refused(step({ ...request, id: randomUUID() }, 'granted'))).toEqual(none);
    const phone = await server.signInPhone(works.side, driver.id);
    const { nameRequests } = await sent<DriverOwnDataView>(phone.get('drivers/me/data'));
    expect(nameRequests).toMatchObject([{ ...ASKED, state: 'asked' }]);
  });
});
