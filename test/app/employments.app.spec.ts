import { randomBytes } from 'node:crypto';
import type {
  DriverDecisions,
  DriverOwnDataView,
  DriverTrainingView,
  DriverView,
  Page,
  SessionView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes, newId } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const dayOf = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
const TODAY = dayOf(new Date());
const YESTERDAY = dayOf(addMinutes(new Date(), -1_440));
const LATER = '2999-01-01';

const refused = async (answer: ReturnType<ApiClient['get']>) => {
  const { status, body } = await answer;
  return [status, (body as { code?: string }).code];
};

describe('a driver of an enterprise', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let manager: ApiClient;
  let mixer: VehicleView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    manager = server.as('enterprise_manager');
    mixer = await works.addRegisteredMixer();
  });
  afterAll(() => server?.close());

  const correct = (
    { id, version, name, phone }: DriverView,
    change: object,
    by = manager,
    ifMatch = `"${version}"`,
  ) =>
    by.post(
      `drivers/${id}/corrections`,
      { name, phone, licenceClass: 'B2', reason: '录错', ...change },
      { 'if-match': ifMatch },
    );
  const end = ({ id }: DriverView, change: object = {}, by = manager) =>
    by.post(
      `drivers/${id}/employment-end`,
      { leftOn: TODAY, reason: '辞职', ...change },
      { 'if-match': '*' },
    );
  const read = ({ id }: DriverView) => sent<DriverView>(manager.get(`drivers/${id}`));
  const query = (sql: string, values: readonly unknown[]) =>
    server.database.dataSource.query(sql, [...values]);

  it('is put right by his enterprise, and what he was is kept', async () => {
    const driver = await works.addDriver([]);
    const other = await works.addDriver();

    const corrected = await sent<DriverView>(
      correct(driver, { name: '章师傅', licenceClass: 'A2' }),
    );

    expect(corrected).toMatchObject({ name: '章师傅', licenceClass: 'A2', phone: driver.phone });
    expect(await read(driver)).toEqual(corrected);
    expect(
      await query(`SELECT kind, before, reason FROM driver_decision WHERE driver_id = $1`, [
        driver.id,
      ]),
    ).toEqual([
      { kind: 'corrected', before: { name: '张师傅', licenceClass: 'B2' }, reason: '录错' },
    ]);
    expect(await refused(correct(driver, {}))).toEqual([412, 'VERSION_CONFLICT']);
    expect(await refused(correct(corrected, { licenceClass: 'A2' }))).toEqual([
      409,
      'DRIVER_UNCHANGED',
    ]);
    expect(await refused(correct(corrected, { phone: other.phone }))).toEqual([
      409,
      'DRIVER_PHONE_TAKEN',
    ]);
    const stranger = server.as('enterprise_manager', 'other');
    expect(await refused(correct(corrected, { name: '李四' }, stranger))).toEqual([
      404,
      'DRIVER_NOT_FOUND',
    ]);
    expect(await read(driver)).toEqual(corrected);
  });

  it('is renamed by the administration alone once he was examined, and called by what number he has', async () => {
    const driver = await works.addDriver(['skill']);
    const [phone, licenceClass] = ['13900002222', 'A2'];

    const renamed = { name: '李四', phone };
    expect(await refused(correct(driver, renamed))).toEqual([409, 'DRIVER_EXAMINED']);
    expect(await refused(correct(driver, renamed, works.dispatcher))).toEqual([
      409,
      'DRIVER_EXAMINED',
    ]);
    expect(await read(driver)).toEqual(driver);

    const called = await sent<DriverView>(correct(driver, { phone, licenceClass }));
    const administration = server.as('concrete_admin');
    const put = await sent<DriverView>(
      correct(called, { name: '章师傅', licenceClass, reason: '身份证核对' }, administration),
    );

    expect(put).toMatchObject({ name: '章师傅', phone, licenceClass });
  });

  it('has a history that his enterprise and the authorities read, and no other', async () => {
    const driver = await works.addDriver();
    const called = await sent<DriverView>(correct(driver, { phone: '13900003333' }));
    await sent(correct(called, { name: '章师傅' }, server.as('concrete_admin')));
    await sent(end(driver));
    const history = async (by: ApiClient) =>
      (await sent<DriverDecisions>(by.get(`drivers/${driver.id}/decisions`))).items;

    expect(await history(manager)).toMatchObject([
      {
        kind: 'corrected',
        before: { phone: driver.phone },
        decidedByRoles: ['enterprise_manager'],
      },
      {
        kind: 'corrected',
        before: { name: '张师傅' },
        reason: '录错',
        decidedByRoles: ['concrete_admin'],
      },
      { kind: 'left', before: null, leftOn: TODAY, reason: '辞职' },
    ]);
    const [masked] = await history(server.as('district_bureau'));
    expect(masked!.before).toEqual({ phone: driver.phone.replace(/^(.{3}).{4}/, '$1****') });
    const stranger = server.as('enterprise_manager', 'other');
    expect(await refused(stranger.get(`drivers/${driver.id}/decisions`))).toEqual([
      404,
      'DRIVER_NOT_FOUND',
    ]);
  });

  it('is not let go while he works, nor on a day to come or before he was entered', async () => {
    const driver = await works.addDriver();
    const phone = await server.signInPhone(works.side, driver.id);
    const { plateNo, plateColor } = mixer;
    const duty = { id: newId(), plateNo, plateColor, at: new Date() };
    expect(await refused(end(driver, { leftOn: LATER }))).toEqual([400, 'DRIVER_END_IN_FUTURE']);
    const early = await refused(end(driver, { leftOn: YESTERDAY }));
    expect(early).toEqual([400, 'DRIVER_END_BEFORE_ENTRY']);
    await sent(phone.post('driver/duties', duty));
    const order = await works.order(await works.addSite());
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    const loads = `loads/${order.loads[0]!.id}/assignment`;
    const { id: jobId } = await sent<{ id: string }>(works.dispatcher.post(loads, pair));

    expect(await end(driver)).toMatchObject({
      status: 409,
      body: { code: 'DRIVER_AT_WORK', details: { isOnDuty: true, openJobs: 1, isLent: false } },
    });

    await sent(phone.post('driver/duties/close', { at: new Date() }));
    expect(await refused(end(driver))).toEqual([409, 'DRIVER_AT_WORK']);
    await sent(works.dispatcher.post(`assignments/${jobId}/cancellation`, { reason: '换人' }));
    expect(await sent(end(driver))).toMatchObject({ leftOn: TODAY });
  });

  it('is shut out when he left, gets no work, and stays in what he did', async () => {
    const driver = await works.addDriver();
    const phone = await server.signInPhone(works.side, driver.id);
    await sent(
      works.dispatcher.post('phone-keys', { driverId: driver.id, deviceName: '备用手机' }),
    );
    const { code } = await sent<{ code: string }>(
      works.dispatcher.post('auth/device-codes', { driverId: driver.id }),
    );
    const [p256dh, auth] = [randomBytes(65), randomBytes(16)].map((one) =>
      one.toString('base64url'),
    );
    const endpoint = `https://push.example.com/${driver.id}`;
    await sent(phone.post('driver/push/subscriptions', { endpoint, keys: { p256dh, auth } }));

    await sent(end(driver));

    expect((await phone.get('auth/me')).status).toBe(401);
    const signIn = { code, deviceName: 'x', keep: 'body' };
    expect((await server.stranger.post('auth/device-sign-in', signIn)).status).toBe(401);
    const inUse = async (sql: string) => (await query(sql, [driver.id])).length;
    expect(await inUse(`SELECT 1 FROM phone_key WHERE driver_id = $1 AND revoked_at IS NULL`)).toBe(
      0,
    );
    await until(
      async () =>
        (await inUse(
          `SELECT 1 FROM push_subscription WHERE driver_id = $1 AND ended_at IS NULL`,
        )) === 0,
    );

    const order = await works.order(await works.addSite());
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    const loads = `loads/${order.loads[0]!.id}/assignment`;
    const left = [409, 'DRIVER_LEFT'];
    expect(await refused(works.dispatcher.post(loads, pair))).toEqual(left);
    expect(
      await refused(works.dispatcher.post('auth/device-codes', { driverId: driver.id })),
    ).toEqual(left);
    const issue = { driverId: driver.id, deviceName: 'x' };
    expect(await refused(works.dispatcher.post('phone-keys', issue))).toEqual(left);
    expect(await refused(correct(await read(driver), { name: '李四' }))).toEqual(left);
    expect(await refused(end(driver))).toEqual(left);

    const listed = async (path: string) =>
      (await sent<Page<DriverView>>(manager.get(path))).items.map(({ id }) => id);
    expect(await listed('drivers?limit=200')).not.toContain(driver.id);
    expect(await listed('drivers?limit=200&haveLeft=true')).toContain(driver.id);
    const { items } = await sent<Page<DriverTrainingView>>(
      manager.get('driver-trainings?limit=200&haveLeft=true'),
    );
    expect(items.find(({ driverId }) => driverId === driver.id)).toMatchObject({
      leftOn: TODAY,
      mayWork: false,
      skill: { hasPassed: true },
    });
    expect(
      await query(
        `SELECT d.kind, d.left_on::text, u.kind AS phones, u.reason
         FROM driver_decision d JOIN app_user a ON a.driver_id = d.driver_id
           JOIN user_decision u ON u.user_id = a.id WHERE d.driver_id = $1`,
        [driver.id],
      ),
    ).toEqual([{ kind: 'left', left_on: TODAY, phones: 'phones_ended', reason: '辞职' }]);
  });

  it('is told by his own phone that he was let go, and no other phone is', async () => {
    const driver = await works.addDriver();
    const signIn = async () => {
      const { code } = await sent<{ code: string }>(
        works.dispatcher.post('auth/device-codes', { driverId: driver.id }),
      );
      const request = { code, deviceName: '手机', keep: 'body' };
      return sent<SessionView>(server.stranger.post('auth/device-sign-in', request));
    };
    const refresh = ({ refreshToken }: Pick<SessionView, 'refreshToken'>) =>
      server.stranger.post('auth/refresh', { refreshToken });
    const older = await signIn();
    const newest = await sent<SessionView>(refresh(older));
    const given = await signIn();
    await server.stranger.post('auth/sign-out', { refreshToken: given.refreshToken });

    await sent(end(driver));

    expect(await refresh(newest)).toMatchObject({
      status: 401,
      body: {
        code: 'EMPLOYMENT_ENDED',
        details: { enterpriseName: 'Enterprise own', leftOn: TODAY },
      },
    });
    const silent = [401, 'REFRESH_REFUSED'];
    expect(await refused(refresh(older))).toEqual(silent);
    expect(await refused(refresh(given))).toEqual(silent);
    expect(await refused(refresh({ refreshToken: randomBytes(32).toString('base64url') }))).toEqual(
      silent,
    );
  });

  it('may have the number of one who left, and reads what was corrected of him', async () => {
    const before = await works.addDriver();
    await sent(end(before));
    const { id } = await works.addDriver();

    await sent(correct(await read({ ...before, id }), { phone: before.phone }));

    const phone = await server.signInPhone(works.side, id);
    const { driver, decisions } = await sent<DriverOwnDataView>(phone.get('drivers/me/data'));
    expect(driver).toMatchObject({ phone: before.phone, leftOn: null });
    expect(decisions).toMatchObject([{ kind: 'corrected', before: { phone: expect.any(String) } }]);
  });
});
