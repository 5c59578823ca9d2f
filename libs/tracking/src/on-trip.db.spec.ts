import { AlertQueries } from '@tongyun/alerts';
import { TripQueries } from '@tongyun/deliveries';
import { BindTerminalService, RegisterTerminalService } from '@tongyun/fleet';
import { UseAgreementEntity } from '@tongyun/fleet/data';
import {
  addMinutes,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type TripId,
  type UserId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import {
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { putOnTheRoad } from '../../../test/support/put-on-the-road.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { LiveVehicles } from './live-vehicles.service.js';
import { PresenceQueries } from './presence-queries.service.js';
import { SHARD_COUNT } from './rules/shard.js';
import { TrackQueries } from './track-queries.service.js';
import { toTripFacts } from './trip-facts.js';

const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const now = new Date('2026-11-23T02:00:00Z');

describe('a truck on its trip', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    const imports = [RoutingModule.with({}), JudgingModule];
    module = await openTestModule(database, imports, { now: () => now });
    works = await buildWorks(database.dataSource.manager, { radiusM: 20_000 });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  async function startTrip(): Promise<{ vehicleId: VehicleId; tripId: TripId; plateNo: string }> {
    const { id: vehicleId, plateNo } = await works.addMixer();
    const { id: driverId } = await works.addDriver();
    await putOnTheRoad(module, works, { vehicleId, driverId }, now);
    const trip = await module.get(TripQueries, { strict: false }).contextOf(vehicleId, now);
    const inputs = module.get(JudgeInputs, { strict: false });
    await module.get(UnitOfWork).run((tx) =>
      inputs.tripChanged(tx, vehicleId, addMinutes(now, -15), {
        trip: toTripFacts(trip!, { warnAtMin: 60, dischargeWithinMin: 90 }, null),
        duty: null,
      }),
    );
    return { vehicleId, tripId: trip!.tripId, plateNo: plateNo! };
  }

  /** Stores a fix ten minutes after the one before, the first at `now`, and judges all. */
  async function drive(vehicleId: VehicleId, ...eastKm: number[]): Promise<void> {
    const fixes = eastKm.map((km, place) => {
      const { lng, lat, crs } = eastOfPlant(km);
      const at = addMinutes(now, place * 10);
      return anIncomingFix({ vehicleId, at, receivedAt: at, crs, lngSent: lng, latSent: lat });
    });
    await module.get(FixDoor, { strict: false }).store(fixes);
    const judge = module.get(JudgeBatchService, { strict: false });
    while ((await judge.judgeNext(ALL_SHARDS)) > 0);
  }

  it('is recorded as arrived from the first fix in its site’s fence', async () => {
    const { vehicleId, tripId } = await startTrip();

    await drive(vehicleId, 5, 7.95, 8, 8);

    const trip = await module.get(TripQueries, { strict: false }).get(SYSTEM_SCOPE, tripId);
    expect(trip.stage).toBe('at_site');
    expect(trip.stageEvidence.at_site).toEqual({
      at: addMinutes(now, 10).toISOString(),
      evidence: 'geofence',
    });
  });

  it('dwells at its site from the first fix in its fence, as its own enterprise is told', async () => {
    const { vehicleId } = await startTrip();
    const presences = module.get(PresenceQueries, { strict: false });

    await drive(vehicleId, 5, 7.95, 8, 8);

    expect(await presences.of(works.dispatcher, vehicleId)).toMatchObject({
      places: [{ kind: 'site', since: addMinutes(now, 10).toISOString() }],
      load: { state: 'empty', at: addMinutes(now, 30).toISOString() },
    });
    await expect(presences.of(anEmployee(newId<EnterpriseId>()), vehicleId)).rejects.toMatchObject({
      code: 'VEHICLE_NOT_FOUND',
    });
  });

  it('alerts its dispatcher by name and plate when it leaves the range of its plant', async () => {
    const { vehicleId, tripId, plateNo } = await startTrip();

    await drive(vehicleId, 10, 19, 21, 23, 25, 27);

    const alerts = module.get(AlertQueries, { strict: false });
    const { items } = await alerts.list(works.dispatcher, { limit: 10, code: 'over_radius' });
    expect(items.filter((alert) => alert.vehicleId === vehicleId)).toMatchObject([
      {
        plateNo,
        tripId,
        driverName: '张师傅',
        subjectName: '北站',
        limitValue: 20_000,
        value: 27_000,
        startedAt: addMinutes(now, 20).toISOString(),
      },
    ]);
  });

  it('is on the map of its own enterprise, with trip, driver and violation, and on no other', async () => {
    const { vehicleId, tripId } = await startTrip();
    const vehicles = module.get(LiveVehicles, { strict: false });

    await drive(vehicleId, 10, 19, 21, 23, 25);

    const own = await vehicles.snapshot(works.dispatcher);
    expect(own.vehicles.find((vehicle) => vehicle.vehicleId === vehicleId)).toMatchObject({
      tripId,
      driverName: '张师傅',
      isViolating: true,
      isOnline: true,
      enterpriseId: works.enterpriseId,
      fixAt: addMinutes(now, 40).toISOString(),
    });
    const other = await vehicles.snapshot(anEmployee(newId<EnterpriseId>()));
    expect(other.vehicles).toEqual([]);
  });

  it('leaves a track that its own enterprise may ask for, and another may not', async () => {
    const { vehicleId } = await startTrip();
    const tracks = module.get(TrackQueries, { strict: false });
    await drive(vehicleId, 1, 2, 3);
    const span = { from: now, to: addMinutes(now, 20) };

    const track = await tracks.of(works.dispatcher, vehicleId, span);

    expect(track.points.map(({ at }) => at)).toEqual([
      now.toISOString(),
      addMinutes(now, 10).toISOString(),
    ]);
    await expect(
      tracks.of(anEmployee(newId<EnterpriseId>()), vehicleId, span),
    ).rejects.toMatchObject({ code: 'VEHICLE_NOT_FOUND' });
  });

  it('leaves an enterprise that used it for a time the track of that time', async () => {
    const { vehicleId } = await startTrip();
    const other = newId<EnterpriseId>();
    await drive(vehicleId, 1, 2, 3);
    await database.dataSource.manager.insert(UseAgreementEntity, {
      id: newId(),
      vehicleId,
      enterpriseId: other,
      kind: 'hired',
      validFrom: addMinutes(now, 10),
      validTo: addMinutes(now, 20),
      decidedBy: newId<UserId>(),
      decidedAt: now,
    });
    const tracks = module.get(TrackQueries, { strict: false });

    const track = await tracks.of(anEmployee(other), vehicleId, {
      from: now,
      to: addMinutes(now, 60),
    });

    expect(track.points.map(({ at }) => at)).toEqual([addMinutes(now, 10).toISOString()]);
  });

  it('is on the map under no provisional vehicle once its terminal is bound to it', async () => {
    const { vehicleId } = await startTrip();
    const admin = anAuthority('concrete_admin');
    const answer = await module.get(RegisterTerminalService, { strict: false }).register(admin, {
      phone: '013912345678',
      terminalNo: null,
      manufacturer: null,
      model: null,
      plateNo: null,
      plateColor: null,
      protocolVersion: '2019',
    });
    if (answer.result !== 'accepted') throw new Error(answer.result);
    const { id, vehicleId: ghostId } = answer.terminal;
    const isOnMap = async () =>
      (await module.get(LiveVehicles, { strict: false }).snapshot(admin)).vehicles.some(
        (vehicle) => vehicle.vehicleId === ghostId,
      );
    await drive(ghostId!, 1);
    const before = await isOnMap();

    await module.get(BindTerminalService, { strict: false }).bind(admin, id, vehicleId);

    expect([before, await isOnMap()]).toEqual([true, false]);
  });
});
