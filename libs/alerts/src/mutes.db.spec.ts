import { FleetModule } from '@tongyun/fleet';
import {
  addMinutes,
  type AlertId,
  type AlertMuteId,
  newId,
  SYSTEM_SCOPE,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { anAlertEpisode, ofExpiredPass } from '../../../test/support/an-alert-episode.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AlertDeliveryQueries } from './alert-delivery-queries.service.js';
import { AlertEpisodes, type OpeningEpisode } from './alert-episodes.service.js';
import { AlertQueries } from './alert-queries.service.js';
import { MuteAlertsService } from './mute-alerts.service.js';
import { TellOfAlertService } from './tell-of-alert.service.js';
import { TellingModule } from './telling.module.js';

const admin = anAuthority('concrete_admin');

describe('mutes and causes', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = new Date('2026-11-23T04:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    works = await buildWorks(database.dataSource.manager);
    module = await openTestModule(database, [FleetModule, TellingModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(() => {
    now = addMinutes(now, 600);
  });

  const open = (change: Partial<OpeningEpisode>): Promise<AlertId> =>
    module.get(UnitOfWork).run(async (tx) => {
      const { enterpriseId } = works;
      const episode = anAlertEpisode({
        enterpriseId,
        code: 'over_radius',
        startedAt: now,
        ...change,
      });
      const alertId = await module.get(AlertEpisodes).open(tx, episode);
      await module.get(TellOfAlertService).tell(tx, alertId);
      return alertId;
    });
  const mute = (vehicleId: VehicleId, tripId: TripId | null = null) =>
    module.get(MuteAlertsService).mute(admin, {
      vehicleId,
      tripId,
      code: 'over_radius',
      ground: 'diversion',
      reason: '改送二号工地，已批准',
      validFrom: now,
      validTo: addMinutes(now, 120),
    });
  const shown = (alertId: AlertId) => module.get(AlertQueries).get(SYSTEM_SCOPE, alertId);
  const waysOf = async (alertId: AlertId) => {
    const { items } = await module.get(AlertDeliveryQueries).ofAlert(SYSTEM_SCOPE, alertId);
    return Object.fromEntries(items.map(({ channel, heldBecause }) => [channel, heldBecause]));
  };

  it('opens the alert all the same, says why it is muted, and keeps it from the road', async () => {
    const [{ id: vehicleId }, { id: driverId }] = [await works.addMixer(), await works.addDriver()];
    await mute(vehicleId);

    const alertId = await open({ vehicleId, driverId });

    expect(await shown(alertId)).toMatchObject({
      state: 'open',
      mute: {
        ground: 'diversion',
        reason: '改送二号工地，已批准',
        until: addMinutes(now, 120).toISOString(),
      },
    });
    expect(await waysOf(alertId)).toEqual({ screen: null, driver_page: 'muted' });
  });

  it('mutes neither another kind of alert, nor another trip, nor what began after it', async () => {
    const { id: vehicleId } = await works.addMixer();
    const [tripId, nextTripId] = [newId<TripId>(), newId<TripId>()];
    await mute(vehicleId, tripId);

    const others = [
      await open({ vehicleId, tripId, code: 'overspeed' }),
      await open({ vehicleId, tripId: nextTripId }),
      await open({ vehicleId, tripId, subjectId: newId(), startedAt: addMinutes(now, 120) }),
    ];
    const its = await open({ vehicleId, tripId, subjectId: newId() });

    for (const id of others) expect(await shown(id)).toMatchObject({ mute: null });
    expect(await shown(its)).toMatchObject({ mute: { ground: 'diversion' } });
  });

  it('ends when it is lifted; what it muted stays so', async () => {
    const { id: vehicleId } = await works.addMixer();
    const { id } = await mute(vehicleId);
    const before = await open({ vehicleId });
    now = addMinutes(now, 1);
    const liftedAt = now;
    await module.get(MuteAlertsService).lift(admin, id as AlertMuteId);
    now = addMinutes(now, 1);

    const after = await open({ vehicleId, subjectId: newId() });

    expect(await shown(before)).toMatchObject({ mute: { until: liftedAt.toISOString() } });
    expect(await shown(after)).toMatchObject({ mute: null });
    expect(await module.get(MuteAlertsService).list(works.dispatcher)).toContainEqual(
      expect.objectContaining({ id, liftedAt: addMinutes(now, -1).toISOString() }),
    );
  });

  it('refuses a mute for good', async () => {
    const { id: vehicleId } = await works.addMixer();
    const request = {
      vehicleId,
      code: 'over_radius',
      ground: 'emergency',
      reason: 'for good',
      validFrom: now,
      validTo: addMinutes(now, 100 * 60),
    } as const;

    await expect(module.get(MuteAlertsService).mute(admin, request)).rejects.toMatchObject({
      code: 'ALERT_MUTE_SPAN_INVALID',
    });
  });

  it('puts together what passes that end together make, of one enterprise', async () => {
    const midnight = '2026-11-24 00:00';
    const first = await open(ofExpiredPass(midnight));
    await open(ofExpiredPass(midnight));
    await open(ofExpiredPass('2026-11-25 00:00'));
    await open({ ...ofExpiredPass(midnight), enterpriseId: null });

    const { causeKey, causeCount } = await shown(first);
    const ofCause = await module
      .get(AlertQueries)
      .list(SYSTEM_SCOPE, { limit: 50, causeKey: causeKey! });

    expect(causeCount).toBe(2);
    expect(ofCause.items).toHaveLength(2);
  });
});
