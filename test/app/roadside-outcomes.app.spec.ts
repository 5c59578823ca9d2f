import type {
  AlertView,
  DisclosedDriverView,
  Page,
  RoadsideOutcomeView,
  RoadsideView,
  VehicleTransferView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { DriverDisclosureEntity } from '@tongyun/supervision/data';
import { type ApiClient, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { type Side, startTestServer, type TestServer } from '../support/test-server.js';

/** The plant, and where an officer stops the vehicle, a kilometre a column. */
const ROAD = ['p       a'];
const placeOn = ([road = '']: readonly string[]) => eastOfPlant(road.indexOf('a'));
const listOf = (by: ApiClient) => sent<Page<RoadsideOutcomeView>>(by.get('roadside-outcomes'));
const alertsOf = async (by: ApiClient) =>
  (await sent<Page<AlertView>>(by.get('alerts?code=roadside_hold'))).items;

describe('what an officer does after the answer', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let vehicle: VehicleView;
  let police: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    vehicle = await works.addRegisteredMixer();
    police = server.as('police');
  });
  afterAll(() => server?.close());

  const ask = async (plateNo = vehicle.plateNo!, isPlaced = true, at?: Date) => {
    const { lng, lat, crs } = placeOn(ROAD);
    const place = isPlaced ? `&lng=${lng}&lat=${lat}&crs=${crs}` : '';
    const time = at ? `&at=${at.toISOString()}` : '';
    const path = `roadside/vehicles/${encodeURIComponent(plateNo)}?purpose=patrol${place}${time}`;
    return (await sent<RoadsideView>(police.get(path))).checkId;
  };
  const record = (checkId: string, body: object, by = police) =>
    by.post(`roadside-checks/${checkId}/outcomes`, body);
  const shownTo = async (side: Side) =>
    (await listOf(server.as('enterprise_manager', side))).items.map((row) => row.checkId);
  const disclose = (checkId: string, body: object) =>
    police.post(`roadside-checks/${checkId}/driver`, body);

  it('is kept with agency and badge, and shown to the enterprise whose vehicle it was', async () => {
    const checkId = await ask();

    await sent(record(checkId, { outcome: 'left_by_route', route: '经绕城西线驶离' }));

    const { items } = await listOf(server.as('enterprise_manager'));
    expect(items[0]).toMatchObject({
      checkId,
      plateNo: vehicle.plateNo,
      outcome: 'left_by_route',
      route: '经绕城西线驶离',
      isEnterpriseTold: false,
    });
    expect((await listOf(server.as('enterprise_manager', 'other'))).items).toEqual([]);
  });

  it('tells the enterprise at once when the vehicle is held', async () => {
    const checkId = await ask();

    const held = await sent<RoadsideOutcomeView>(
      record(checkId, { outcome: 'held', note: '超载' }),
    );

    expect(held.isEnterpriseTold).toBe(true);
    const { lng, lat } = placeOn(ROAD);
    expect(await alertsOf(works.dispatcher)).toMatchObject([
      { vehicleId: vehicle.id, level: 'grave', position: { lng, lat } },
    ]);
    expect(await alertsOf(server.as('dispatcher', 'other'))).toEqual([]);
  });

  it('tells the enterprise that uses the vehicle of a haulage firm, and lists it there', async () => {
    const { id, plateNo } = await works.addHauledMixer(addMinutes(new Date(), -60));
    const checkId = await ask(plateNo!);

    const held = await sent<RoadsideOutcomeView>(record(checkId, { outcome: 'held' }));

    expect(held.isEnterpriseTold).toBe(true);
    const alerts = await alertsOf(works.dispatcher);
    expect(alerts.map(({ vehicleId }) => vehicleId)).toContain(id);
    expect(await shownTo('own')).toContain(checkId);
    expect(await shownTo('other')).toEqual([]);
  });

  it('stays with the enterprise that the vehicle was of then, not with who takes it over', async () => {
    const sold = await works.addRegisteredMixer();
    const checkId = await ask(sold.plateNo!);
    await sent(record(checkId, { outcome: 'left_by_route', route: '绕城西线', note: '话不多' }));
    const { plateNo, plateColor } = sold;
    const taker = server.as('enterprise_manager', 'other');
    let transfer = await sent<VehicleTransferView>(
      taker.post('vehicle-transfers', { plateNo, plateColor, reason: 'sold to us' }),
    );
    const steps = [
      { by: server.as('enterprise_manager'), state: 'agreed' },
      { by: server.as('district_bureau'), state: 'approved' },
    ];
    for (const { by, state } of steps) {
      const path = `vehicle-transfers/${transfer.id}/steps`;
      const look = { 'if-match': `"${transfer.version}"` };
      transfer = await sent(by.post(path, { state, reason: 'as the contract says' }, look));
    }

    expect(transfer.state).toBe('approved');
    expect(await shownTo('own')).toContain(checkId);
    expect(await shownTo('other')).not.toContain(checkId);
  });

  it('is listed with its plate when the question has gone by its time', async () => {
    const checkId = await ask();
    await sent(record(checkId, { outcome: 'released' }));
    const { dataSource } = server.database;
    await dataSource.query('ALTER TABLE roadside_check DISABLE TRIGGER USER');
    await dataSource.query('DELETE FROM roadside_check WHERE id = $1', [checkId]);
    await dataSource.query('ALTER TABLE roadside_check ENABLE TRIGGER USER');

    const { items } = await listOf(server.as('enterprise_manager'));

    expect(items[0]).toMatchObject({ checkId, plateNo: vehicle.plateNo, outcome: 'released' });
  });

  it('is kept for a plate that nobody knows, with nobody to tell', async () => {
    const checkId = await ask('浙A99998');

    expect(await sent<RoadsideOutcomeView>(record(checkId, { outcome: 'held' }))).toMatchObject({
      plateNo: '浙A99998',
      isEnterpriseTold: false,
    });
  });

  it('says where a vehicle is held', async () => {
    const checkId = await ask(vehicle.plateNo!, false);

    expect(await record(checkId, { outcome: 'held' })).toMatchObject({
      status: 400,
      body: { code: 'ROADSIDE_PLACE_REQUIRED' },
    });
    const position = eastOfPlant(8);
    expect(await record(checkId, { outcome: 'held', position })).toMatchObject({ status: 201 });
    expect(await record(checkId, { outcome: 'left_by_route' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST' },
    });
  });

  it('shows the driver’s name and number behind a purpose that is kept', async () => {
    const driver = await works.addDriver();
    const phone = await server.signInPhone('own', driver.id);
    const before = await ask();
    const { plateNo, plateColor } = vehicle;
    const clockIn = { id: crypto.randomUUID(), plateNo, plateColor, at: new Date() };
    await sent(phone.post('driver/duties', clockIn));
    const checkId = await ask();

    expect(await disclose(checkId, {})).toMatchObject({ status: 400 });
    const ofAnHourAgo = await ask(plateNo!, true, addMinutes(new Date(), -60));
    for (const without of [before, ofAnHourAgo]) {
      expect(await disclose(without, { purpose: 'accident report' })).toMatchObject({
        status: 404,
        body: { code: 'DRIVER_NOT_FOUND' },
      });
    }
    expect(
      await sent<DisclosedDriverView>(disclose(checkId, { purpose: 'accident report' })),
    ).toEqual({ name: driver.name, phone: driver.phone, enterpriseName: 'Enterprise own' });
    expect(
      await server.database.dataSource.manager.findBy(DriverDisclosureEntity, { checkId }),
    ).toMatchObject([{ driverId: driver.id, purpose: 'accident report' }]);
  });

  it('is that officer’s own affair', async () => {
    expect(await record(crypto.randomUUID(), { outcome: 'released' })).toMatchObject({
      status: 404,
      body: { code: 'ROADSIDE_CHECK_NOT_FOUND' },
    });
    expect(await record(await ask(), { outcome: 'released' }, works.dispatcher)).toMatchObject({
      status: 403,
    });
  });
});
