import { addMinutes, type VehicleId } from '@tongyun/kernel';
import { BackgroundWork, Lease, SettingsModule, UnitOfWork } from '@tongyun/platform';
import { TRAVEL_TIMES, type TravelTimes, type Way } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { putOnTheRoad } from '../../../test/support/put-on-the-road.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { TripWaysRepository } from './data/trip-ways.repository.js';
import { FindTripWays } from './find-trip-ways.service.js';
import { JudgeModule } from './judge.module.js';
import { QueueWhenTripChanged } from './queue-when-trip-changed.listener.js';

const STARTED = new Date('2026-11-23T02:00:00Z');
const WAY: Way = [
  [120.2, 30.3],
  [120.225, 30.31001],
  [120.25, 30.32],
  [eastOfPlant(8).lng, eastOfPlant(8).lat],
];

/** A router as long as `knows` is set; it counts how often it was asked. */
class Router implements Pick<TravelTimes, 'between' | 'way'> {
  knows: Way | null = null;
  asked = 0;

  between: TravelTimes['between'] = () =>
    Promise.resolve({ distanceM: 10_000, durationMin: 20, source: 'osrm' });

  way(): Promise<Way | null> {
    this.asked += 1;
    return Promise.resolve(this.knows);
  }
}

describe('the way of a trip', () => {
  const router = new Router();
  let database: TestDatabase;
  let module: TestingModule;
  let finder: FindTripWays;
  let works: ConcreteWorks;
  let now = STARTED;

  beforeAll(async () => {
    database = await openTestDatabase();
    const routing = SettingsModule.with([{ provide: TRAVEL_TIMES, useValue: router }]);
    module = await openTestModule(database, [routing, JudgeModule], { now: () => now });
    // The spec alone asks: the module's own turns would ask beside it.
    await module.get(BackgroundWork).beforeApplicationShutdown();
    finder = new FindTripWays(
      module.get(UnitOfWork),
      module.get(TripWaysRepository, { strict: false }),
      module.get(QueueWhenTripChanged, { strict: false }),
      new BackgroundWork(module.get(Lease)),
      module.get(TRAVEL_TIMES),
      { now: () => now },
    );
    works = await buildWorks(database.dataSource.manager, { radiusM: 20_000 });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  async function addTrip(): Promise<VehicleId> {
    const { id: vehicleId } = await works.addMixer();
    const { id: driverId } = await works.addDriver();
    await putOnTheRoad(module, works, { vehicleId, driverId }, now);
    await database.dataSource.query(
      `UPDATE trip SET left_plant_at = NULL, stage = 'loading' WHERE vehicle_id = $1`,
      [vehicleId],
    );
    return vehicleId;
  }

  const find = () => finder.find();
  const toldOf = async (vehicleId: VehicleId): Promise<unknown[]> => {
    const rows: { way: unknown }[] = await database.dataSource.query(
      `SELECT payload -> 'trip' -> 'way' AS way FROM judge_input
       WHERE vehicle_id = $1 AND kind = 'trip_changed' ORDER BY arrival`,
      [vehicleId],
    );
    return rows.map(({ way }) => way);
  };

  it('is asked for again after a while where no router knew one, and then told to the judge', async () => {
    const vehicleId = await addTrip();
    await find();
    await find();
    const askedAtFirst = router.asked;
    const before = await toldOf(vehicleId);

    now = addMinutes(now, 11);
    router.knows = WAY;
    await find();
    await find();

    expect(before).not.toContainEqual(expect.any(Array));
    expect([askedAtFirst, router.asked]).toEqual([1, 2]);
    expect((await toldOf(vehicleId)).at(-1)).toEqual([WAY[0], WAY[2], WAY[3]]);
  });

  it('is not held against a load that was diverted to another site', async () => {
    const vehicleId = await addTrip();
    router.knows = WAY;
    await find();
    const before = (await toldOf(vehicleId)).at(-1);

    await database.dataSource.query(
      `UPDATE site SET position = ST_SetSRID(ST_MakePoint(120.1, 30.2), 4326)::geography
       WHERE id = (SELECT site_id FROM trip WHERE vehicle_id = $1)`,
      [vehicleId],
    );
    const trips = module.get(QueueWhenTripChanged, { strict: false });
    await module.get(UnitOfWork).run((tx) => trips.queue(tx, vehicleId));

    expect(before).toEqual(expect.any(Array));
    expect((await toldOf(vehicleId)).at(-1)).toBeNull();
  });
});
