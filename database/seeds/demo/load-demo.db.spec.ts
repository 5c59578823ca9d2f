import { AccountsModule, SESSION_SETTINGS } from '@tongyun/accounts';
import { ComplianceModule, FactsQueries, ZoneQueries } from '@tongyun/compliance';
import { CreditModule, PublishedGradesQueries } from '@tongyun/credit';
import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { judge, type PermissionFacts } from '@tongyun/permission';
import { PlatformModule, SettingsModule, TIME_ZONE } from '@tongyun/platform';
import { PolicyModule } from '@tongyun/policy';
import { RoutingModule } from '@tongyun/routing';
import { Test, type TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { DemoFleet } from './load-fleet.js';
import { DEMO_DRIVERS, DEMO_VEHICLES, loadDemo } from './index.js';

const TABLES = [
  'app_user',
  'enterprise',
  'plant',
  'plant_range',
  'vehicle',
  'use_agreement',
  'terminal',
  'driver',
  'registration',
  'road_pass',
  'compliance_decision',
  'training_result',
  'zone_version',
  'district_version',
  'credit_assessment',
  'credit_decision',
  'site',
  'pour_order',
  'load',
  'pump_job',
] as const;
const now = new Date('2026-11-23T09:02:00+08:00');
let clockShows = now;
const clock = { now: () => clockShows } satisfies Clock;

describe('the demo scenario', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let fleet: DemoFleet;

  beforeAll(async () => {
    database = await openTestDatabase();
    app = await Test.createTestingModule({
      imports: [
        PlatformModule.on(database.url, { relaysEvents: false }),
        SettingsModule.with([
          { provide: TIME_ZONE, useValue: 'Asia/Shanghai' },
          {
            provide: SESSION_SETTINGS,
            useValue: { accessTokenMin: 15, refreshDays: 14, deviceDays: 30 },
          },
        ]),
        RoutingModule.with({}),
        PolicyModule,
        AccountsModule,
        FleetModule,
        ComplianceModule,
        DeliveriesModule,
        CreditModule,
      ],
    })
      .overrideProvider(CLOCK)
      .useValue(clock)
      .compile();
    await app.init();
    fleet = await loadDemo(app);
  }, 240_000);
  afterAll(async () => {
    await app?.close();
    await database?.close();
  });

  const countRows = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const [row] = await database.dataSource.query(`SELECT count(*)::int AS n FROM ${table}`);
      counts[table] = row.n;
    }
    return counts;
  };

  it('holds what it promises, and a second run changes nothing', async () => {
    const first = await countRows();

    expect(first).toMatchObject({
      app_user: 15,
      enterprise: 4,
      plant: 6,
      plant_range: 6,
      vehicle: 51,
      use_agreement: 51,
      terminal: 44,
      driver: 51,
      road_pass: 46,
      training_result: 101,
      zone_version: 5,
      district_version: 23,
      credit_assessment: 3,
      credit_decision: 3,
      site: 11,
      pour_order: 24,
      pump_job: 10,
    });
    expect(first['load']).toBeGreaterThan(60);

    await loadDemo(app);

    expect(await countRows()).toEqual(first);
  }, 120_000);

  it('has last year’s grades for everybody to read, and one enterprise still to be graded', async () => {
    const published = await app.get(PublishedGradesQueries, { strict: false }).list();

    expect(published!.map(({ enterprise, decision }) => [enterprise.shortName, decision])).toEqual([
      ['北辰塘', expect.objectContaining({ grade: 'qualified', year: 2025 })],
      ['萧绍建材', expect.objectContaining({ grade: 'excellent', year: 2025 })],
      ['运河里', expect.objectContaining({ grade: 'good', year: 2025 })],
    ]);
  });

  it('goes on where a run was cut short', async () => {
    const whole = await countRows();
    // A pass goes by nobody’s word: its guard stands aside for the run that was cut short.
    await database.dataSource.query(`ALTER TABLE road_pass DISABLE TRIGGER only_added`);
    await database.dataSource.query(`DELETE FROM road_pass WHERE vehicle_id = $1`, [
      fleet.vehicles.get('QJ-02'),
    ]);
    await database.dataSource.query(`ALTER TABLE road_pass ENABLE TRIGGER only_added`);
    await database.dataSource.query(`DELETE FROM app_user WHERE username = 'jiaojing'`);

    await loadDemo(app);

    expect(await countRows()).toMatchObject({
      road_pass: whole['road_pass']!,
      app_user: whole['app_user']!,
    });
  }, 120_000);

  it('binds every terminal to the vehicle whose plate it states', async () => {
    const unfit = await database.dataSource.query(
      `SELECT t.phone FROM terminal t JOIN vehicle v ON v.id = t.vehicle_id
       WHERE t.state <> 'bound' OR t.plate_sent <> v.plate_no`,
    );

    expect(unfit).toEqual([]);
  });

  it('wants no concrete sooner than in half an hour, within every plant’s range', async () => {
    const [row] = await database.dataSource.query(
      `SELECT min(o.first_on_site_at) AS first,
              count(*) FILTER (WHERE ST_Distance(p.position, s.position, false) > r.radius_m)::int
                AS beyond
       FROM pour_order o JOIN plant p ON p.id = o.plant_id JOIN site s ON s.id = o.site_id
            JOIN plant_range r ON r.plant_id = p.id`,
    );

    expect(new Date(row.first)).toEqual(new Date('2026-11-23T09:35:00+08:00'));
    expect(row.beyond).toBe(0);
  });

  it.each([
    { fleetNo: 'QJ-01', codes: [] },
    { fleetNo: 'QJ-11', codes: ['not_registered', 'no_pass'] },
    { fleetNo: 'YH-10', codes: ['not_registered', 'no_pass'] },
    { fleetNo: 'XS-09', codes: ['registration_suspended'] },
    { fleetNo: 'QJ-12', codes: ['pass_expired'] },
    { fleetNo: 'YH-11', codes: ['outside_pass_hours'] },
    { fleetNo: 'BC-06', codes: ['no_pass'] },
    { fleetNo: 'QJ-B1', codes: [] },
    { fleetNo: 'YH-T1', codes: [] },
  ])('lets $fleetNo into the built-up area except for $codes', async ({ fleetNo, codes }) => {
    const vehicleId = fleet.vehicles.get(fleetNo)!;
    const { zones } = await app.get(ZoneQueries, { strict: false }).inForce(now);
    const zone = zones.find(({ fact }) => fact.kind === 'built_up')!.fact;
    const facts: PermissionFacts = {
      vehicle: (await app
        .get(FactsQueries, { strict: false })
        .vehicleFact(SYSTEM_SCOPE, vehicleId))!,
      driver: null,
      work: null,
      zones: [{ zone, stay: null }],
      timeZone: 'Asia/Shanghai',
      policyVersion: 'demo',
    };

    expect(judge(facts, { from: now, to: now }).map(({ code }) => code)).toEqual(codes);
  });

  it('has one driver without safety training and one whose skill has run out', async () => {
    const drivers = await app
      .get(FactsQueries, { strict: false })
      .driverFacts(SYSTEM_SCOPE, [...fleet.drivers.values()]);
    const unfit = drivers.filter(
      ({ trainings }) =>
        !(['skill', 'safety'] as const).every((kind) =>
          trainings.some((it) => it.kind === kind && it.expiresOn >= '2026-11-23'),
        ),
    );

    expect(unfit.map(({ name }) => name).toSorted()).toEqual(
      DEMO_DRIVERS.filter(({ schooling }) => schooling !== 'in_order')
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(unfit).toHaveLength(2);
  });

  it('adds the two dozen orders of another day and the day after, and nothing else', async () => {
    const before = await countRows();
    clockShows = new Date('2026-11-24T06:00:00+08:00');

    await loadDemo(app);

    const after = await countRows();
    expect(after['pour_order']).toBe(48);
    const { pour_order: _orders, load: _loads, pump_job: _jobs, ...others } = before;
    expect(after).toMatchObject(others);
  }, 120_000);
});

describe('the demo’s tables', () => {
  it('give no plate, phone or driver’s name twice', () => {
    const marks = DEMO_VEHICLES.map((vehicle) =>
      vehicle.kind === 'trailer_pump' ? vehicle.equipmentNo : vehicle.plateNo,
    );
    const phones = DEMO_VEHICLES.flatMap((vehicle) =>
      vehicle.kind === 'mixer' ? [vehicle.terminalPhone] : [],
    );

    expect(new Set(marks).size).toBe(51);
    expect(new Set(phones).size).toBe(44);
    expect(new Set(DEMO_DRIVERS.map(({ name }) => name)).size).toBe(51);
  });
});
