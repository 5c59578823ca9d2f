import type { DriverOwnDataView, DriverView, RoadsideView, VehicleView } from '@tongyun/contracts';
import { addMinutes, newId } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('a driver’s own data', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let mixer: VehicleView;
  let driver: DriverView;
  let phone: ApiClient;
  const clockIn = addMinutes(new Date(), -60);

  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeAll(async () => {
    works = await EnteredWorks.enter(server);
    mixer = await works.addRegisteredMixer();
    driver = await works.addDriver();
    phone = await server.signInPhone(works.side, driver.id);
    const { plateNo, plateColor } = mixer;
    await sent(phone.post('driver/duties', { id: newId(), plateNo, plateColor, at: clockIn }));
    const span = `from=${clockIn.toISOString()}&to=${addMinutes(clockIn, 30).toISOString()}`;
    await sent(server.as('auditor').get(`vehicles/${mixer.id}/track?${span}`));
    await sent(
      server.as('police').get(`roadside/vehicles/${encodeURIComponent(plateNo!)}?purpose=patrol`),
    );
  });
  afterAll(() => server?.close());

  it('is himself, his papers and his duties', async () => {
    const data = await sent<DriverOwnDataView>(phone.get('drivers/me/data'));

    expect(data.driver).toMatchObject({ id: driver.id, name: driver.name, phone: driver.phone });
    expect(data.trainings.map(({ kind }) => kind).toSorted()).toEqual(['safety', 'skill']);
    expect(data.duties).toMatchObject([{ plateNo: mixer.plateNo, clockOutAt: null }]);
    expect(data.phones).toMatchObject([{ deviceName: 'test phone', endedAt: null }]);
    expect(data.keptDays).toMatchObject({ fix: 190 });
  });

  it('says who looked at where he was, and who asked for him at the roadside', async () => {
    const data = await sent<DriverOwnDataView>(phone.get('drivers/me/data'));

    expect(data.looks).toMatchObject([{ kind: 'track', askedByRoles: ['auditor'] }]);
    expect(data.roadsideChecks).toMatchObject([{ plateNo: mixer.plateNo }]);
  });

  it('is also the work he was given, and who was shown his name and number', async () => {
    const order = await works.order(await works.addSite());
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    await sent(works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair));
    const police = server.as('police');
    const asked = police.get(
      `roadside/vehicles/${encodeURIComponent(mixer.plateNo!)}?purpose=patrol`,
    );
    const { checkId } = await sent<RoadsideView>(asked);
    await sent(police.post(`roadside-checks/${checkId}/driver`, { purpose: '事故处理' }));

    const data = await sent<DriverOwnDataView>(phone.get('drivers/me/data'));

    expect(data.assignments).toMatchObject([{ orderNo: order.orderNo, plateNo: mixer.plateNo }]);
    expect(data.disclosures).toMatchObject([{ purpose: '事故处理' }]);
    expect(data.deviceCodes).toMatchObject([{ usedAt: expect.any(String) }]);
    expect([data.loans, data.enrolments, data.documents]).toEqual([[], [], []]);
  });

  it('is nobody else’s', async () => {
    const other = await works.addDriver();
    const otherPhone = await server.signInPhone(works.side, other.id);

    const data = await sent<DriverOwnDataView>(otherPhone.get('drivers/me/data'));

    expect(data.driver.id).toBe(other.id);
    expect([data.duties, data.looks, data.roadsideChecks]).toEqual([[], [], []]);
  });
});
