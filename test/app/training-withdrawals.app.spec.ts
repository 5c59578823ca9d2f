import { randomUUID } from 'node:crypto';
import type {
  AlertView,
  DriverDayView,
  DriverOwnDataView,
  DriverTrainingView,
  DriverView,
  Page,
  RoadsideView,
  TrainingList,
  TrainingView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { until } from '../support/until.js';

const CLOCK_IN = addMinutes(new Date(), -60);
const REASON = '张师傅的成绩应为他人';

describe('a training result that is withdrawn', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let mixer: VehicleView;
  let driver: DriverView;
  let phone: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    mixer = await works.addRegisteredMixer();
    driver = await works.addDriver();
    phone = await server.signInPhone(works.side, driver.id);
  });

  const resultsFor = async (by: ApiClient): Promise<TrainingView[]> =>
    (await sent<TrainingList>(by.get(`drivers/${driver.id}/trainings`))).items;
  const safety = async (): Promise<TrainingView> => {
    const results = await resultsFor(server.as('concrete_admin'));
    return results.find(({ kind }) => kind === 'safety')!;
  };
  const withdraw = ({ id }: TrainingView, by = server.as('concrete_admin'), reason = REASON) =>
    by.post(`trainings/${id}/withdrawal`, { reason });
  const clockIn = () => {
    const { plateNo, plateColor } = mixer;
    return phone.post('driver/duties', { id: randomUUID(), plateNo, plateColor, at: CLOCK_IN });
  };
  const alerts = async () =>
    (await sent<Page<AlertView>>(works.dispatcher.get('alerts?code=untrained_driver'))).items;
  const isTrained = async (at?: Date) => {
    const asked = `roadside/vehicles/${encodeURIComponent(mixer.plateNo!)}?purpose=patrol`;
    const query = at ? `${asked}&at=${at.toISOString()}` : asked;
    return (await sent<RoadsideView>(server.as('police').get(query))).driver?.isTrained;
  };

  it('lets him neither check in nor be given work from then on, and says so on his phone', async () => {
    const reasons = [{ code: 'untrained_safety' }];
    const order = await works.order(await works.addSite());

    const withdrawn = await sent<TrainingView>(withdraw(await safety()));

    expect(withdrawn).toMatchObject({
      hasPassed: true,
      validity: null,
      withdrawal: { reason: REASON, decidedByRoles: ['concrete_admin'] },
    });
    expect(await clockIn()).toMatchObject({
      status: 409,
      body: { code: 'DUTY_NOT_PERMITTED', details: { reasons } },
    });
    expect(await sent<DriverDayView>(phone.get('driver/day'))).toMatchObject({
      reasons,
      withdrawnTrainings: [{ kind: 'safety', reason: REASON }],
    });
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    expect(
      await works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair),
    ).toMatchObject({ status: 409, body: { code: 'ASSIGNMENT_NOT_PERMITTED' } });
  });

  it('is told at the roadside at once, and of an hour before as it was then', async () => {
    await sent(clockIn());
    expect(await isTrained()).toBe(true);
    const before = addMinutes(new Date(), -1);

    await sent(withdraw(await safety()));

    expect(await isTrained()).toBe(false);
    expect(await isTrained(before)).toBe(true);
  });

  it('lets an earlier one count again that still runs', async () => {
    const record = {
      driverId: driver.id,
      kind: 'safety',
      score: 95,
      hasPassed: true,
      passedOn: addMinutes(new Date(), -2 * 1_440)
        .toISOString()
        .slice(0, 10),
      expiresOn: addMinutes(new Date(), 400 * 1_440)
        .toISOString()
        .slice(0, 10),
    };
    const later = await sent<TrainingView>(server.as('concrete_admin').post('trainings', record));

    await sent(withdraw(later));

    expect(await sent<DriverDayView>(clockIn())).toMatchObject({ withdrawnTrainings: [] });
    const { items } = await sent<Page<DriverTrainingView>>(
      works.dispatcher.get('driver-trainings?limit=200'),
    );
    expect(items.find(({ driverId }) => driverId === driver.id)).toMatchObject({
      safety: { score: 90, withdrawal: null },
      mayWork: true,
    });
  });

  it('is seen with its reason by his enterprise, himself and the authorities, and by no other', async () => {
    await sent(withdraw(await safety()));
    const told = { kind: 'safety', withdrawal: { reason: REASON } };

    for (const by of [server.as('enterprise_manager'), server.as('auditor')]) {
      expect(await resultsFor(by)).toMatchObject([told, { kind: 'skill', withdrawal: null }]);
    }
    const masked = { reason: REASON.replace('张师傅', '张**') };
    expect(await resultsFor(server.as('police'))).toMatchObject([
      { withdrawal: masked },
      { withdrawal: null },
    ]);
    const { trainings } = await sent<DriverOwnDataView>(phone.get('drivers/me/data'));
    expect(trainings).toMatchObject([
      { kind: 'skill', withdrawnReason: null, withdrawnAt: null },
      { kind: 'safety', withdrawnReason: REASON, withdrawnAt: expect.any(String) },
    ]);
    const stranger = server.as('enterprise_manager', 'other');
    expect(await stranger.get(`drivers/${driver.id}/trainings`)).toMatchObject({
      status: 404,
      body: { code: 'DRIVER_NOT_FOUND' },
    });
  });

  it('raises the alarm over him who drives on', async () => {
    await sent(clockIn());
    const truck = await TruckOnLine.connect(server, mixer);
    await truck.drive(1, 4, addMinutes(new Date(), -20));
    await sent(withdraw(await safety()));

    await truck.drive(5, 12, addMinutes(new Date(), -10));
    truck.close();
    await until(async () => (await alerts()).length > 0);

    expect(await alerts()).toMatchObject([
      { vehicleId: mixer.id, reasons: [{ code: 'untrained_safety' }] },
    ]);
  });

  it('is withdrawn once, with a reason, by who may record results', async () => {
    const result = await safety();
    const by = (role: 'enterprise_manager' | 'police' | 'association') =>
      withdraw(result, server.as(role));

    expect(await by('enterprise_manager')).toMatchObject({ status: 403 });
    expect(await by('police')).toMatchObject({ status: 403 });
    expect(await by('association')).toMatchObject({
      status: 404,
      body: { code: 'TRAINING_NOT_FOUND' },
    });
    expect(await withdraw(result, server.as('concrete_admin'), ' ')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST' },
    });
    expect(await safety()).toEqual(result);
    await sent(withdraw(result));
    expect(await withdraw(result)).toMatchObject({
      status: 409,
      body: { code: 'TRAINING_WITHDRAWN' },
    });
    expect(await withdraw({ ...result, id: randomUUID() })).toMatchObject({
      status: 404,
      body: { code: 'TRAINING_NOT_FOUND' },
    });
  });
});
