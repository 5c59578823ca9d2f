import { randomUUID } from 'node:crypto';
import type {
  ClaimResultsView,
  DeviceCodeView,
  DriverDayView,
  DriverView,
  TrackView,
  TripView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const CLOCK_IN = addMinutes(new Date(), -60);
const minutes = (after: number): Date => addMinutes(CLOCK_IN, after);

/** What a phone sends that stood at one place at each of these minutes of the duty. */
const report = (...afters: number[]) => {
  const { lng, lat } = eastOfPlant(1);
  const fixes = afters.map((after) => ({ id: randomUUID(), at: minutes(after), lng, lat }));
  return { crs: 'gcj02', fixes };
};

const claim = (tripId: string, stage: string, after: number, id: string = randomUUID()) => ({
  id,
  tripId,
  stage,
  claimedAt: minutes(after),
});

const dutyOn = ({ plateNo, plateColor }: VehicleView) => ({
  id: randomUUID(),
  plateNo,
  plateColor,
  at: CLOCK_IN,
});

describe('a driver’s day', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let mixer: VehicleView;
  let driver: DriverView;
  let phone: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    mixer = await works.addRegisteredMixer();
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    driver = await works.addDriver();
    phone = await server.signInPhone(works.side, driver.id);
  });

  const clockIn = (vehicle = mixer): Promise<DriverDayView> =>
    sent(phone.post('driver/duties', dutyOn(vehicle)));

  /** Assigns a load to this driver and a mixer of his own. */
  async function assignTrip(): Promise<DriverDayView & { trip: TripView }> {
    const vehicle = await works.addRegisteredMixer();
    const order = await works.order(await works.addSite());
    const pair = { vehicleId: vehicle.id, driverId: driver.id };
    await sent(works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair));
    const day = await clockIn(vehicle);
    if (day.trip === null) throw new Error('the day shows no trip');
    return { ...day, trip: day.trip };
  }

  const tap = (...claims: object[]): Promise<ClaimResultsView> =>
    sent(phone.post('driver/claims', { claims }));

  it('begins with a code that works once', async () => {
    const issuing = works.dispatcher.post('auth/device-codes', { driverId: driver.id });
    const { code } = await sent<DeviceCodeView>(issuing);
    const signIn = () =>
      server.stranger.post('auth/device-sign-in', { code, deviceName: 'phone', keep: 'body' });

    expect(await signIn()).toMatchObject({ status: 200, body: { user: { driverId: driver.id } } });
    expect(await signIn()).toMatchObject({ status: 401, body: { code: 'DEVICE_CODE_INVALID' } });
  });

  it('shows the duty once he has stated his plate, and a repeat changes nothing', async () => {
    const request = dutyOn(mixer);

    const day = await sent<DriverDayView>(phone.post('driver/duties', request));
    const again = await sent<DriverDayView>(phone.post('driver/duties', request));

    expect(day).toMatchObject({
      driverName: driver.name,
      duty: { id: request.id, plateNo: mixer.plateNo, state: 'checked_in', clockOutAt: null },
      trip: null,
      reasons: [],
    });
    expect(again.duty).toEqual(day.duty);
  });

  it('begins once though the phone asks twice at the same time', async () => {
    const request = dutyOn(await works.addRegisteredMixer());

    const answers = await Promise.all([1, 2].map(() => phone.post('driver/duties', request)));

    expect(answers).toMatchObject([
      { status: 201, body: { duty: { id: request.id, state: 'checked_in' } } },
      { status: 201, body: { duty: { id: request.id, state: 'checked_in' } } },
    ]);
  });

  it('does not begin on a vehicle that is not registered', async () => {
    const unregistered = await works.addMixer();

    expect(await phone.post('driver/duties', dutyOn(unregistered))).toMatchObject({
      status: 409,
      body: { code: 'DUTY_NOT_PERMITTED', details: { reasons: [{ code: 'not_registered' }] } },
    });
    expect(await sent<DriverDayView>(phone.get('driver/day'))).toMatchObject({ duty: null });
  });

  it('does not begin for a driver who lacks a training, and his phone says which', async () => {
    const registered = await works.addRegisteredMixer();
    const { id } = await works.addDriver(['skill']);
    const his = await server.signInPhone('own', id);
    const reasons = [{ code: 'untrained_safety', effect: 'forbids_work' }];

    expect(await sent<DriverDayView>(his.get('driver/day'))).toMatchObject({ reasons });
    expect(await his.post('driver/duties', dutyOn(registered))).toMatchObject({
      status: 409,
      body: { code: 'DUTY_NOT_PERMITTED', details: { reasons } },
    });
    expect(await sent<DriverDayView>(his.get('driver/day'))).toMatchObject({ duty: null, reasons });
  });

  it('begins on a trailer pump, which has no plate, by its equipment number', async () => {
    const equipmentNo = `TB-${randomUUID().slice(0, 8)}`.toUpperCase();
    const entered = works.dispatcher.post('vehicles', {
      kind: 'trailer_pump',
      equipmentNo,
      ownerEnterpriseId: works.enterpriseId,
    });
    await works.register(await sent<VehicleView>(entered));
    const id = randomUUID();

    const day = await sent<DriverDayView>(
      phone.post('driver/duties', {
        id,
        equipmentNo: equipmentNo.toLowerCase(),
        at: CLOCK_IN,
      }),
    );

    expect(day).toMatchObject({ duty: { id, plateNo: null, equipmentNo, state: 'checked_in' } });
    const unknown = { id: randomUUID(), equipmentNo: 'TB-0', at: CLOCK_IN };
    expect(await phone.post('driver/duties', unknown)).toMatchObject({
      status: 404,
      body: { code: 'VEHICLE_NOT_FOUND' },
    });
  });

  it.each([
    {
      what: 'neither plate nor equipment number',
      change: { plateNo: null },
      status: 400,
      code: 'INVALID_REQUEST',
    },
    {
      what: 'a plate and an equipment number',
      change: { equipmentNo: 'TB-1' },
      status: 400,
      code: 'INVALID_REQUEST',
    },
    { what: 'no plate', change: { plateNo: 'A-12345' }, status: 400, code: 'INVALID_REQUEST' },
    {
      what: 'a plate that nobody knows',
      change: { plateNo: '浙A00000' },
      status: 404,
      code: 'VEHICLE_NOT_FOUND',
    },
  ])('does not begin with $what', async ({ change, status, code }) => {
    const answer = await phone.post('driver/duties', { ...dutyOn(mixer), ...change });

    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('takes each tap once, whether it comes again alone or among others', async () => {
    const { trip } = await assignTrip();
    const loading = claim(trip.id, 'loading', 10);

    const first = await tap(loading);
    const again = await tap(loading, claim(trip.id, 'en_route', 20));

    expect(first).toMatchObject({
      results: [{ id: loading.id, outcome: 'applied' }],
      day: { trip: { stage: 'loading', nextStage: 'en_route' } },
    });
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(again.day.trip).toMatchObject({ stage: 'en_route' });
    const { stages, version } = await sent<TripView>(works.dispatcher.get(`trips/${trip.id}`));
    expect(stages.find(({ stage }) => stage === 'loading')?.at).toBe(minutes(10).toISOString());
    await tap(loading);
    const now = await sent<TripView>(works.dispatcher.get(`trips/${trip.id}`));
    expect(now.version).toBe(version);
  });

  it('takes a whole day of taps that were kept without a signal', async () => {
    const { trip } = await assignTrip();
    const run = ['loading', 'en_route', 'at_site', 'unloading', 'unloaded', 'back_at_plant'];

    const { results, day } = await tap(
      ...run.map((stage, place) => claim(trip.id, stage, 5 + place * 5)).toReversed(),
    );

    expect(results.map(({ outcome }) => outcome)).toEqual(run.map(() => 'applied'));
    expect(day.trip).toBeNull();
    expect(await sent<TripView>(works.dispatcher.get(`trips/${trip.id}`))).toMatchObject({
      stage: 'back_at_plant',
      nextStage: null,
    });
  });

  it('keeps a tap for a trip that is not his, for somebody to settle', async () => {
    await clockIn();

    const { results } = await tap(claim(randomUUID(), 'loading', 10));

    expect(results).toMatchObject([{ outcome: 'to_settle', reason: 'not_your_trip' }]);
  });

  it('does not end in the middle of a trip', async () => {
    const { trip } = await assignTrip();
    await tap(claim(trip.id, 'loading', 10));

    expect(await phone.post('driver/duties/close', { at: minutes(20) })).toMatchObject({
      status: 409,
      body: { code: 'DUTY_HAS_OPEN_TRIP' },
    });
  });

  /** A duty of half an hour, on a mixer of its own. */
  async function dutyDone(): Promise<VehicleView> {
    const vehicle = await works.addRegisteredMixer();
    await clockIn(vehicle);
    await sent(phone.post('driver/duties/close', { at: minutes(30) }));
    return vehicle;
  }

  describe('of a phone that reports positions', () => {
    it('takes what was kept until after the duty, and once', async () => {
      const vehicle = await dutyDone();
      const kept = report(10, 20);

      const first = await phone.post('positions', kept);
      const again = await phone.post('positions', kept);

      expect(first).toMatchObject({ status: 200, body: { stored: 2, duplicates: 0 } });
      expect(again).toMatchObject({ status: 200, body: { stored: 0, duplicates: 2 } });
      const span = `from=${minutes(0).toISOString()}&to=${minutes(60).toISOString()}`;
      const path = `vehicles/${vehicle.id}/track?${span}`;
      const pointsOf = async () => (await sent<TrackView>(works.dispatcher.get(path))).points;
      await until(async () => (await pointsOf()).length === 2);
      const [point] = await pointsOf();
      expect(point).toMatchObject({ at: minutes(10).toISOString() });
      expect(point?.lng).not.toBeCloseTo(kept.fixes[0]!.lng, 3);
    });

    it('refuses what was taken off duty by name, and stores none of it', async () => {
      await dutyDone();
      const mixed = report(-5, 10, 40);
      const [before, , after] = mixed.fixes.map(({ id }) => id);

      expect(await phone.post('positions', mixed)).toMatchObject({
        status: 409,
        body: { code: 'OFF_DUTY', details: { ids: [before, after] } },
      });
      const rest = { ...mixed, fixes: mixed.fixes.slice(1, 2) };
      expect(await phone.post('positions', rest)).toMatchObject({ body: { stored: 1 } });
    });
  });
});
