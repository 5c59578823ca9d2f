import type {
  LiveMapView,
  Page,
  UseAgreementView,
  VehicleTransferStepView,
  VehicleTransferView,
  VehicleView,
} from '@tongyun/contracts';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const seenBy = async (by: ApiClient, vehicleId: string) => {
  const { items } = await sent<Page<VehicleView>>(by.get('vehicles?limit=200'));
  const { vehicles } = await sent<LiveMapView>(by.get('live-map'));
  return [
    items.some(({ id }) => id === vehicleId),
    vehicles.some((one) => one.vehicleId === vehicleId),
  ];
};

const step = ({ id, version }: VehicleTransferView, by: ApiClient, state: string) =>
  by.post(
    `vehicle-transfers/${id}/steps`,
    { state, reason: 'as the contract says' },
    { 'if-match': `"${version}"` },
  );

describe('a vehicle that is transferred', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let giver: ApiClient;
  let taker: ApiClient;
  let bureau: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    giver = server.as('enterprise_manager');
    taker = server.as('enterprise_manager', 'other');
    bureau = server.as('district_bureau');
  });
  afterAll(() => server?.close());

  const ask = ({ plateNo, plateColor }: VehicleView, by = taker) =>
    by.post('vehicle-transfers', { plateNo, plateColor, reason: 'sold to us' });

  const agreedOn = async (vehicle: VehicleView) =>
    sent<VehicleTransferView>(step(await sent<VehicleTransferView>(ask(vehicle)), giver, 'agreed'));

  it('goes from one to the other when both and an authority have said so', async () => {
    const vehicle = await works.addRegisteredMixer();
    const asked = await sent<VehicleTransferView>(ask(vehicle));

    const { items: offered } = await sent<Page<VehicleTransferView>>(
      giver.get('vehicle-transfers'),
    );
    expect(offered[0]).toMatchObject({ id: asked.id, nextStates: ['agreed', 'declined'] });
    const agreed = await sent<VehicleTransferView>(step(asked, giver, 'agreed'));
    expect(await seenBy(giver, vehicle.id)).toEqual([true, true]);
    const approved = await sent<VehicleTransferView>(step(agreed, bureau, 'approved'));

    expect(approved).toMatchObject({
      vehicleId: vehicle.id,
      state: 'approved',
      fromEnterpriseName: 'Enterprise own',
      toEnterpriseName: 'Enterprise other',
    });
    expect(await sent<VehicleView>(taker.get(`vehicles/${vehicle.id}`))).toMatchObject({
      ownerEnterpriseId: server.enterprises.other.id,
      plateNo: vehicle.plateNo,
    });
    expect(await seenBy(taker, vehicle.id)).toEqual([true, true]);
    expect(await seenBy(giver, vehicle.id)).toEqual([false, false]);
    const { items } = await sent<{ items: VehicleTransferStepView[] }>(
      giver.get(`vehicle-transfers/${asked.id}/steps`),
    );
    expect(items).toMatchObject([
      { fromState: null, toState: 'asked', decidedByRoles: ['enterprise_manager'] },
      { fromState: 'asked', toState: 'agreed', decidedByRoles: ['enterprise_manager'] },
      { fromState: 'agreed', toState: 'approved', decidedByRoles: ['district_bureau'] },
    ]);
  });

  it('stays where it is while one of the three has not said so', async () => {
    const vehicle = await works.addMixer();
    const asked = await sent<VehicleTransferView>(ask(vehicle));

    expect(await step(asked, taker, 'agreed')).toMatchObject({ status: 403 });
    expect(await step(asked, bureau, 'approved')).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_STEP_INVALID', details: { possible: expect.any(Array) } },
    });
    expect(await ask(vehicle)).toMatchObject({ status: 409, body: { code: 'TRANSFER_OPEN' } });
    await sent(step(asked, giver, 'declined'));
    expect(await seenBy(giver, vehicle.id)).toEqual([true, true]);
    expect(await step(asked, giver, 'agreed')).toMatchObject({ status: 412 });
    await sent(ask(vehicle));
  });

  it('is asked for by somebody else than its owner, and is somebody’s', async () => {
    const vehicle = await works.addMixer();

    expect(await ask(vehicle, giver)).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_OWN_VEHICLE' },
    });
    expect(await ask({ ...vehicle, plateNo: '浙A0000Z' })).toMatchObject({ status: 404 });
  });

  it('is not handed over from under its driver', async () => {
    const [vehicle, driver] = [await works.addRegisteredMixer(), await works.addDriver()];
    const { plateNo, plateColor } = vehicle;
    const phone = await server.signInPhone('own', driver.id);
    await sent(
      phone.post('driver/duties', {
        id: crypto.randomUUID(),
        plateNo,
        plateColor,
        at: new Date(),
      }),
    );
    const asked = await sent<VehicleTransferView>(ask(vehicle));
    const agreed = await sent<VehicleTransferView>(step(asked, giver, 'agreed'));

    expect(await step(agreed, bureau, 'approved')).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_VEHICLE_AT_WORK' },
    });
    await sent(phone.post('driver/duties/close', { at: new Date() }));
    await sent(step(agreed, bureau, 'approved'));
  });

  it('is not handed over while jobs of its owner are released to it', async () => {
    const [vehicle, driver] = [await works.addRegisteredMixer(), await works.addDriver()];
    const order = await works.order(await works.addSite());
    const job = await sent<{ id: string }>(
      works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, {
        vehicleId: vehicle.id,
        driverId: driver.id,
      }),
    );
    const agreed = await agreedOn(vehicle);

    expect(await step(agreed, bureau, 'approved')).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_VEHICLE_AT_WORK' },
    });
    await sent(works.dispatcher.post(`assignments/${job.id}/cancellation`, { reason: '过户' }));
    await sent(step(agreed, bureau, 'approved'));
  });

  it('is not handed over while a third enterprise uses it, and is by who hires it already', async () => {
    const names = { name: 'Third', shortName: 'Third', district: 'Binjiang' };
    const third = await sent<{ id: string }>(
      server.as('concrete_admin').post('enterprises', names),
    );
    const hire = async (enterpriseId: string) => {
      const vehicle = await works.addRegisteredMixer();
      const use = { enterpriseId, kind: 'hired', validFrom: new Date() };
      const path = `vehicles/${vehicle.id}/use-agreements`;
      return { vehicle, path, use: await sent<UseAgreementView>(giver.post(path, use)) };
    };
    const [byThird, byTaker] = [await hire(third.id), await hire(server.enterprises.other.id)];
    const agreed = await agreedOn(byThird.vehicle);

    expect(await step(agreed, bureau, 'approved')).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_VEHICLE_IN_USE', details: { validTo: null } },
    });
    expect(await seenBy(giver, byThird.vehicle.id)).toEqual([true, true]);
    await sent(giver.post(`${byThird.path}/${byThird.use.id}/end`, { reason: '出售' }));
    await sent(step(agreed, bureau, 'approved'));
    await sent(step(await agreedOn(byTaker.vehicle), bureau, 'approved'));
  });
});
