import { DRIVER_DIRECTORY, ENTERPRISE_DIRECTORY, SESSION_SETTINGS } from '@tongyun/accounts';
import { TripEntity } from '@tongyun/deliveries/data';
import { addMinutes, type DriverId, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { SettingsModule } from '@tongyun/platform';
import { TRAVEL_TIMES, type TravelTimes } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { putOnTheRoad } from '../../../test/support/put-on-the-road.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { DurationLearningEntity, LearntDurationEntity, ObservedTripEntity } from './data/index.js';
import { DurationsModule } from './durations.module.js';
import { LearnDurationsService } from './learn-durations.service.js';
import { LearnEveryDay } from './learn-every-day.service.js';

/** Ten in the morning in Shanghai. */
const NOW = new Date('2026-11-23T02:00:00Z');
const DAY_MIN = 1_440;
const road: Pick<TravelTimes, 'between'> = {
  between: () => Promise.resolve({ distanceM: 10_000, durationMin: 20, source: 'osrm' }),
};

describe('durations learnt from trips', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = NOW;

  beforeAll(async () => {
    database = await openTestDatabase();
    const directory = { get: () => Promise.resolve(null) };
    const settings = SettingsModule.with([
      { provide: TRAVEL_TIMES, useValue: road },
      {
        provide: SESSION_SETTINGS,
        useValue: { accessTokenMin: 10, refreshDays: 7, deviceDays: 30 },
      },
      { provide: DRIVER_DIRECTORY, useValue: directory },
      { provide: ENTERPRISE_DIRECTORY, useValue: directory },
    ]);
    module = await openTestModule(database, [settings, DurationsModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    now = NOW;
    works = await buildWorks(database.dataSource.manager, { radiusM: 20_000 });
  });

  const manager = () => database.dataSource.manager;
  const learn = () => module.get(LearnDurationsService).learn(SYSTEM_SCOPE, works.enterpriseId);
  const observed = () => manager().findBy(ObservedTripEntity, { enterpriseId: works.enterpriseId });
  const discharges = (supersededToo = false) =>
    manager()
      .findBy(LearntDurationEntity, { enterpriseId: works.enterpriseId, kind: 'discharge' })
      .then((rows) => rows.filter((row) => row.hour === null && row.siteId !== null))
      .then((rows) => rows.filter((row) => supersededToo || row.supersededAt === null))
      .then((rows) => rows.toSorted((one, other) => one.value - other.value));

  const learnings = () =>
    manager().findBy(DurationLearningEntity, { enterpriseId: works.enterpriseId });

  /** A mixer that left `ago` minutes before now, drove 30, waited 6, and took so long for 12 m³. */
  async function addTrip(dischargeMin: number, ago = 90): Promise<VehicleId> {
    const { id: vehicleId } = await works.addMixer();
    const { id: driverId } = (await works.addDriver()) as { id: DriverId };
    await putOnTheRoad(module, works, { vehicleId, driverId }, addMinutes(now, -ago + 15));
    const left = addMinutes(now, -ago);
    await manager().update(
      TripEntity,
      { vehicleId },
      {
        stage: 'unloaded',
        arrivedAt: addMinutes(left, 30),
        unloadStartAt: addMinutes(left, 36),
        unloadEndAt: addMinutes(left, 36 + dischargeMin),
      },
    );
    return vehicleId;
  }

  /** Fixes every `everyMin` minutes along the 8 km from the plant to the site. */
  async function addTrack(vehicleId: VehicleId, everyMin: number, ago = 90): Promise<void> {
    for (let min = 0; min <= 30; min += everyMin) {
      const { lng, lat } = eastOfPlant((8 * min) / 30);
      await manager().query(
        `INSERT INTO fix (vehicle_id, at, arrival, shard, source, received_at, crs, lng_sent,
           lat_sent, lng, lat)
         VALUES ($1, $2, $3, 0, 'terminal', $2, 'wgs84', $4, $5, $4, $5)`,
        [vehicleId, addMinutes(now, -ago + min), min, lng, lat],
      );
    }
  }

  it('rest on each finished trip, with the planned and the real haul distance', async () => {
    await addTrack(await addTrip(24), 2);

    await learn();

    const [trip] = await observed();
    expect(trip).toMatchObject({ roadKm: 10, roadMin: 20, roadSource: 'osrm', dischargedM3: 12 });
    expect(trip!.drivenKm).toBeCloseTo(8, 1);
  });

  it('know no real distance where the track has a hole', async () => {
    await addTrack(await addTrip(24), 6);

    await learn();

    expect(await observed()).toMatchObject([{ drivenKm: null }]);
  });

  it('heed what became known of a trip later', async () => {
    const vehicleId = await addTrip(24);
    await learn();
    const trip = await manager().findOneByOrFail(TripEntity, { vehicleId });
    await manager().update(
      TripEntity,
      { vehicleId },
      { unloadEndAt: addMinutes(trip.unloadStartAt!, 48), version: trip.version + 1 },
    );

    const { changed } = await learn();

    expect(changed).toBeGreaterThan(0);
    expect(await discharges()).toMatchObject([{ value: 4, sampleCount: 1 }]);
    expect(await discharges(true)).toMatchObject([{ value: 2, supersededAt: NOW }, { value: 4 }]);
  });

  it('tell kinds of pour apart where their orders name them', async () => {
    const slab = await addTrip(24);
    await addTrip(48);
    await manager().query(
      `UPDATE pour_order SET pour_kind = 'slab'
       WHERE id = (SELECT order_id FROM trip WHERE vehicle_id = $1)`,
      [slab],
    );

    await learn();

    expect((await discharges()).map(({ pourKind, value }) => [pourKind, value])).toEqual(
      expect.arrayContaining([
        ['slab', 2],
        [null, 2],
        [null, 4],
      ]),
    );
  });

  it('stay as they are while nothing new is known', async () => {
    await addTrip(24);
    const { changed } = await learn();
    const before = await discharges();

    expect(changed).toBeGreaterThan(0);
    expect(await learn()).toMatchObject({ trips: 1, changed: 0 });
    expect(await discharges()).toEqual(before);
  });

  it('are forgotten with the trips that they rest on', async () => {
    await addTrip(24);
    await learn();
    now = addMinutes(NOW, 61 * DAY_MIN);

    expect(await learn()).toMatchObject({ trips: 0 });
    expect(await discharges()).toEqual([]);
    expect(await discharges(true)).toHaveLength(1);
  });

  it('do not count the time behind the truck before', async () => {
    const before = await addTrip(24, 100);
    const behind = await addTrip(24, 90);
    const { orderId } = await manager().findOneByOrFail(TripEntity, { vehicleId: before });
    await manager().update(TripEntity, { vehicleId: behind }, { orderId });
    await manager().update(
      TripEntity,
      { vehicleId: behind },
      { unloadStartAt: addMinutes(NOW, -38) },
    );

    await learn();

    const waited = (await observed()).find(({ placeFreeAt }) => placeFreeAt !== null);
    // The first was empty at −40, while the second stood there from −60 on.
    expect(waited!.placeFreeAt).toEqual(addMinutes(NOW, -40));
  });

  it('are learnt once an operating day, by themselves', async () => {
    await addTrip(24);
    const daily = module.get(LearnEveryDay);

    await daily.runDue();
    await daily.runDue();
    expect(await learnings()).toHaveLength(1);

    now = addMinutes(NOW, DAY_MIN);
    await daily.runDue();
    expect(await learnings()).toHaveLength(2);
  });
});
