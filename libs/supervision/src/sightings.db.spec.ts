import { AlertEntity } from '@tongyun/alerts/data';
import { DecideRegistrationService, DrawZoneService } from '@tongyun/compliance';
import { RegistrationEntity } from '@tongyun/compliance/data';
import {
  listSightingsQuery,
  type ReportSightingsRequest,
  reportSightingsRequest,
} from '@tongyun/contracts';
import { AgreeUseService, CreateVehicleService, type Vehicle } from '@tongyun/fleet';
import type { LngLat } from '@tongyun/geo';
import { addMinutes, type AlertId, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { aMixer, aPlate } from '../../../test/support/a-mixer.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { drawnPath, drawnZone } from '../../../test/support/drawn-path.js';
import { putOnTheRoad } from '../../../test/support/put-on-the-road.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { SupervisionHttpModule } from './http/index.js';
import { SightingsController } from './http/sightings.controller.js';

const now = new Date('2026-11-23T02:00:00Z');
const cameras = anAuthority('police', { agency: '杭州市交警支队' });
/** A camera in the built-up area, and a terminal ten kilometres east of it, a kilometre a column. */
const ZONE = '=======';
const ROAD = ['   a         b'];
const COLUMN_M = 1_000;
const placesOn = (road: readonly string[]) =>
  drawnPath(road, { columnM: COLUMN_M, from: now }).map(({ lng, lat }) => ({ lng, lat })) as [
    LngLat,
    LngLat,
  ];
const [here, elsewhere] = placesOn(ROAD);

const batchOf = (
  plateNo: string,
  over: Partial<ReportSightingsRequest['sightings'][number]> = {},
): ReportSightingsRequest => {
  const at = (over.at ?? now).toISOString();
  const sighting = { id: newId(), plateNo, plateColor: 'yellow', cameraId: 'K-17', ...here };
  return reportSightingsRequest.parse({
    crs: 'wgs84',
    sightings: [{ ...sighting, ...over, at }],
  });
};

describe('a camera’s sighting', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let zoneId: string;
  let clock = now;

  beforeAll(async () => {
    database = await openTestDatabase();
    const modules = [RoutingModule.with({}), SupervisionHttpModule];
    module = await openTestModule(database, modules, { now: () => clock });
    works = await buildWorks(database.dataSource.manager);
    ({ zoneId } = await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      kind: 'built_up',
      name: '建成区',
      crs: 'wgs84',
      area: drawnZone(ZONE, COLUMN_M),
      hours: [],
      binds: ['mixer'],
      effectiveFrom: addMinutes(now, -60),
      reason: 'by the city’s notice',
    }));
  });
  afterEach(() => {
    clock = now;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const controller = () => module.get(SightingsController, { strict: false });
  async function seen(batch: ReportSightingsRequest) {
    await controller().report(cameras, batch);
    const { items } = await controller().list(cameras, listSightingsQuery.parse({ limit: 200 }));
    return items.find(({ id }) => id === batch.sightings[0]!.id)!;
  }
  const terminalOf = ({ id }: Vehicle, { lng, lat }: typeof here, at = now) =>
    database.dataSource.query(
      `INSERT INTO fix (vehicle_id, at, arrival, shard, source, received_at, crs, lng_sent, lat_sent, lng,
         lat, is_located) VALUES ($1, $2, nextval('judge_arrival'), 0, 'terminal', $2, 'wgs84', $3, $4, $3, $4, true)`,
      [id, at, lng, lat],
    );
  const aHauledMixer = async (from: number, to: number) => {
    const mixer = await works.addMixer({ ownerEnterpriseId: null, ownerName: '恒达运输' });
    await module.get(AgreeUseService, { strict: false }).agree(SYSTEM_SCOPE, mixer.id, {
      enterpriseId: works.enterpriseId,
      kind: 'hired',
      validFrom: addMinutes(now, from),
      validTo: addMinutes(now, to),
    });
    return mixer;
  };
  const alertsOf = ({ id }: Vehicle) =>
    database.dataSource.getRepository(AlertEntity).findBy({ vehicleId: id });

  it('matches a vehicle whose terminal is there', async () => {
    const mixer = await works.addMixer();
    await terminalOf(mixer, here);

    expect(await seen(batchOf(mixer.plateNo!))).toMatchObject({
      outcome: 'matched',
      vehicleId: mixer.id,
      zoneNames: ['建成区'],
      alertId: null,
    });
    expect(await alertsOf(mixer)).toEqual([]);
  });

  it('raises an alert when the terminal is where nobody could have driven from', async () => {
    const [camera, terminal] = placesOn(ROAD);
    const mixer = await works.addMixer();
    await terminalOf(mixer, terminal);

    const sighting = await seen(batchOf(mixer.plateNo!, camera));

    const [alert, ...others] = await alertsOf(mixer);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      id: sighting.alertId,
      code: 'plate_mismatch',
      level: 'grave',
      unit: 'm',
      limitValue: 2_000,
      evidence: [expect.objectContaining(camera), expect.objectContaining(terminal)],
    });
    expect(alert!.value).toBeCloseTo(10_000, -2);
    expect(sighting).toMatchObject({ outcome: 'apart', apartM: alert!.value });
  });

  it('adds to the alert of a moment ago', async () => {
    const mixer = await works.addMixer();
    await terminalOf(mixer, elsewhere);
    const first = await seen(batchOf(mixer.plateNo!));

    const second = await seen(batchOf(mixer.plateNo!, { at: addMinutes(now, 1) }));

    expect(second.alertId).toBe(first.alertId);
    const [alert] = await alertsOf(mixer);
    expect(alert!.evidence).toHaveLength(4);
    expect(alert!.endedAt).toEqual(addMinutes(now, 1));
  });

  it('is compared with fixes of its own time, and with none when they are too old', async () => {
    const mixer = await works.addMixer();
    await terminalOf(mixer, elsewhere, addMinutes(now, -6));

    expect(await seen(batchOf(mixer.plateNo!))).toMatchObject({
      outcome: 'not_compared',
      apartM: null,
    });
  });

  it('finds a plate that nobody entered, and one that is not registered', async () => {
    const unregistered = await works.addMixer();
    await database.dataSource
      .getRepository(RegistrationEntity)
      .update({ vehicleId: unregistered.id }, { state: 'sent_back' });
    const stranger = aPlate();

    expect(await seen(batchOf(stranger))).toMatchObject({
      plateNo: stranger,
      outcome: 'unknown',
      zoneNames: ['建成区'],
    });
    expect(await seen(batchOf(unregistered.plateNo!))).toMatchObject({
      outcome: 'unregistered',
      vehicleId: unregistered.id,
    });
    const { items } = await controller().list(
      cameras,
      listSightingsQuery.parse({ outcome: 'unregistered' }),
    );
    expect(items.map(({ vehicleId }) => vehicleId)).toEqual([unregistered.id]);
  });

  it('tells a suspended registration from none, and a plate cloned from it all the same', async () => {
    const suspended = await works.addMixer();
    await database.dataSource
      .getRepository(RegistrationEntity)
      .update({ vehicleId: suspended.id }, { state: 'suspended' });

    expect(await seen(batchOf(suspended.plateNo!))).toMatchObject({
      outcome: 'suspended',
      vehicleId: suspended.id,
    });
    expect(await alertsOf(suspended)).toMatchObject([
      { code: 'unregistered_in_zone', reasons: [{ code: 'registration_suspended' }] },
    ]);
    await terminalOf(suspended, elsewhere);
    expect(await seen(batchOf(suspended.plateNo!))).toMatchObject({
      outcome: 'apart',
      alertId: expect.any(String),
    });
  });

  it('is judged by the registration of when it was seen, however much later it is reported', async () => {
    const mixer = await works.addMixer();
    const decide = async (state: 'suspended' | 'registered', at: Date) => {
      clock = at;
      await module
        .get(DecideRegistrationService, { strict: false })
        .decide(SYSTEM_SCOPE, mixer.id, { state, reason: '制动不合格' }, '*');
    };
    await decide('suspended', addMinutes(now, 60));
    const sightings = [30, 90].map((min) => batchOf(mixer.plateNo!, { at: addMinutes(now, min) }));
    clock = addMinutes(now, 90);

    expect(await seen(sightings[0]!)).toMatchObject({
      outcome: 'not_compared',
      vehicleId: mixer.id,
      alertId: null,
    });
    await decide('registered', addMinutes(now, 120));
    expect(await seen(sightings[1]!)).toMatchObject({ outcome: 'suspended' });
    expect(await alertsOf(mixer)).toMatchObject([
      { startedAt: addMinutes(now, 90), reasons: [{ code: 'registration_suspended' }] },
    ]);
  });

  it('raises one alert a plate and hour for an unregistered vehicle in a zone, and names the zone', async () => {
    const unregistered = await works.addMixer();
    await database.dataSource
      .getRepository(RegistrationEntity)
      .update({ vehicleId: unregistered.id }, { state: 'sent_back' });

    const first = await seen(batchOf(unregistered.plateNo!));
    clock = addMinutes(now, 600);
    await seen(batchOf(unregistered.plateNo!, { at: addMinutes(now, 59) }));
    await seen(batchOf(unregistered.plateNo!, { at: addMinutes(now, 300) }));
    await seen(batchOf(unregistered.plateNo!, { ...elsewhere, at: addMinutes(now, 600) }));

    const alerts = await alertsOf(unregistered);
    expect(alerts.map(({ startedAt }) => startedAt)).toEqual([now, addMinutes(now, 300)]);
    expect(alerts[0]).toMatchObject({
      id: first.alertId,
      code: 'unregistered_in_zone',
      level: 'grave',
      enterpriseId: works.enterpriseId,
      subjectKind: 'zone',
      subjectId: zoneId,
      endedAt: addMinutes(now, 59),
      reasons: [{ code: 'not_registered', compared: { zones: ['建成区'] } }],
    });
  });

  it.each([
    { use: 'in force', from: -60, to: 60, isTold: true },
    { use: 'over', from: -60, to: -1, isTold: false },
  ])(
    'of a haulage firm’s vehicle tells the enterprise that uses it: use $use',
    async ({ from, to, isTold }) => {
      const [cloned, unregistered] = [await aHauledMixer(from, to), await aHauledMixer(from, to)];
      await terminalOf(cloned, elsewhere);
      await database.dataSource
        .getRepository(RegistrationEntity)
        .update({ vehicleId: unregistered.id }, { state: 'sent_back' });

      for (const { plateNo } of [cloned, unregistered]) await seen(batchOf(plateNo!));

      const enterpriseId = isTold ? works.enterpriseId : null;
      expect(await alertsOf(cloned)).toMatchObject([{ code: 'plate_mismatch', enterpriseId }]);
      expect(await alertsOf(unregistered)).toMatchObject([
        { code: 'unregistered_in_zone', enterpriseId },
      ]);
    },
  );

  it('without a colour is compared with the registered vehicle, whatever else was entered with its plate', async () => {
    const mixer = await works.addMixer();
    const draft = await works.addMixer({ plateNo: mixer.plateNo, plateColor: 'blue' });
    await database.dataSource.getRepository(RegistrationEntity).delete({ vehicleId: draft.id });
    await terminalOf(mixer, elsewhere);

    expect(await seen(batchOf(mixer.plateNo!, { plateColor: null }))).toMatchObject({
      outcome: 'apart',
      vehicleId: mixer.id,
    });
  });

  it('of a vehicle under way tells the enterprise whose trip it is on', async () => {
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    await putOnTheRoad(module, works, { vehicleId: mixer.id, driverId: driver.id }, now);
    await database.dataSource.query(`UPDATE vehicle SET owner_enterprise_id = $2 WHERE id = $1`, [
      mixer.id,
      newId(),
    ]);
    await terminalOf(mixer, elsewhere);

    await seen(batchOf(mixer.plateNo!));

    expect(await alertsOf(mixer)).toMatchObject([{ enterpriseId: works.enterpriseId }]);
  });

  it.each([
    { why: 'a concrete vehicle’s', change: { seenKind: 'mixer' as const }, level: 'grave' },
    {
      why: 'a concrete vehicle’s under any plate',
      change: { seenKind: 'mixer' as const, plateColor: 'blue' as const },
      level: 'grave',
    },
    { why: 'of a kind that the camera does not tell', change: {}, level: 'notice' },
  ])('alerts of a plate that nobody entered, $why: $level', async ({ change, level }) => {
    const sighting = await seen(batchOf(aPlate(), change));

    const alert = await database.dataSource
      .getRepository(AlertEntity)
      .findOneByOrFail({ id: sighting.alertId! as AlertId });
    expect(alert).toMatchObject({ code: 'unregistered_in_zone', level });
    expect(sighting.seenKind).toBe(change.seenKind ?? null);
  });

  it('makes grave what was only noticed once a camera tells the kind, and it stays so', async () => {
    const plateNo = aPlate();
    const levels: string[] = [];
    for (const seenKind of [null, 'mixer', null] as const) {
      const { alertId } = await seen(batchOf(plateNo, { seenKind }));
      const { level } = await database.dataSource
        .getRepository(AlertEntity)
        .findOneByOrFail({ id: alertId! as AlertId });
      levels.push(level);
    }

    expect(levels).toEqual(['notice', 'grave', 'grave']);
  });

  it('notes a plate that nobody entered as a vehicle where it is alerted of, once', async () => {
    const stranger = aPlate();
    const first = await seen(batchOf(stranger));
    const again = await seen(batchOf(stranger, { at: addMinutes(now, 1) }));

    expect(first).toMatchObject({ outcome: 'unknown', alertId: expect.any(String) });
    expect(again).toMatchObject({ vehicleId: first.vehicleId, alertId: first.alertId });
    const entered = await module
      .get(CreateVehicleService, { strict: false })
      .create(SYSTEM_SCOPE, aMixer({ plateNo: stranger }));
    expect(entered.id).toBe(first.vehicleId);
    expect(await alertsOf(entered)).toHaveLength(1);
  });

  it('notes plates in one order, whenever they were seen: batches that share some wait in turn', async () => {
    const [first, second] = [aPlate(), aPlate()];
    const [earlier, later] = [batchOf(second, { at: addMinutes(now, -1) }), batchOf(first)];

    const sightings = [...earlier.sightings, ...later.sightings];
    await controller().report(cameras, { crs: 'wgs84', sightings });

    const noted: { plate_no: string }[] = await database.dataSource.query(
      // An id that was made later is greater.
      `SELECT plate_no FROM vehicle WHERE plate_no = ANY($1) ORDER BY id`,
      [[first, second]],
    );
    expect(noted.map(({ plate_no }) => plate_no)).toEqual([first, second]);
  });

  it.each([
    { why: 'outside of every zone', change: { ...elsewhere } },
    { why: 'under a plate of no heavy vehicle', change: { plateColor: 'blue' as const } },
    { why: 'that is a trailer’s', change: { plateNo: '浙A1234挂' } },
    { why: 'taken for another kind of vehicle', change: { seenKind: 'other' as const } },
    {
      why: 'taken for a kind that the zone does not bind',
      change: { seenKind: 'boom_pump' as const },
    },
  ])('keeps a plate that nobody entered $why without an alert', async ({ change }) => {
    expect(await seen(batchOf(aPlate(), change))).toMatchObject({
      outcome: 'unknown',
      vehicleId: null,
      alertId: null,
    });
  });

  it('is found by the zone it fell in', async () => {
    const [within, without] = [aPlate(), aPlate()];
    await seen(batchOf(within));
    await seen(batchOf(without, { ...elsewhere }));

    const query = listSightingsQuery.parse({ zoneId, limit: 200 });
    const { items } = await controller().list(cameras, query);

    const plates = items.map(({ plateNo }) => plateNo);
    expect([plates.includes(within), plates.includes(without)]).toEqual([true, false]);
  });

  it('keeps what is no plate as that, and a place as it was sent', async () => {
    const { id } = await seen(batchOf('ABC', { ...here }));

    expect(await database.dataSource.query('SELECT * FROM sighting WHERE id = $1', [id])).toEqual([
      expect.objectContaining({ outcome: 'not_a_plate', crs: 'wgs84', lng_sent: here.lng }),
    ]);
  });

  it('is refused with its whole batch when it is ahead of time, and named', async () => {
    const [ahead, due] = [
      batchOf(aPlate(), { at: addMinutes(now, 6) }),
      batchOf(aPlate(), { at: addMinutes(now, 4) }),
    ];
    const sightings = [...due.sightings, ...ahead.sightings];

    await expect(controller().report(cameras, { crs: 'wgs84', sightings })).rejects.toMatchObject({
      code: 'SIGHTING_IN_FUTURE',
      details: { ids: [ahead.sightings[0]!.id], now: now.toISOString(), toleranceSec: 300 },
    });
    expect(await controller().report(cameras, due)).toEqual({ stored: 1, duplicates: 0 });
  });

  it('is stored once, however often its batch is sent', async () => {
    const batch = batchOf(aPlate());

    expect(await controller().report(cameras, batch)).toEqual({ stored: 1, duplicates: 0 });
    expect(await controller().report(cameras, batch)).toEqual({ stored: 0, duplicates: 1 });
  });
});
