import {
  DecideRegistrationService,
  DrawZoneService,
  FactsQueries,
  IssuePassService,
  PassQueries,
  RecordTrainingService,
  RegistrationQueries,
  ZoneQueries,
} from '@tongyun/compliance';
import type { RegistrationState } from '@tongyun/contracts';
import { addMinutes, localTimeOf, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import {
  DEMO_ADMINISTRATION,
  DEMO_POLICE,
  type ServiceSource,
  serviceOf,
} from './demo-services.js';
import { DEMO_DRIVERS, type Schooling } from './drivers.js';
import type { DemoFleet } from './load-fleet.js';
import { DEMO_VEHICLES, type DemoVehicle, type Papers } from './vehicles.js';
import { DEMO_ZONES, type DemoZone, PASS_ZONE_NAMES } from './zones.js';

const MIN_PER_DAY = 1_440;
const daysAfter = (now: Date, days: number): Date => addMinutes(now, days * MIN_PER_DAY);
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Draws zones, registers vehicles, issues passes and records trainings that are not there yet. */
export async function loadPapers(
  app: ServiceSource,
  fleet: DemoFleet,
  now: Date,
  timeZone: string,
): Promise<void> {
  const zoneIds = await loadZones(app, now);
  const passZoneIds = PASS_ZONE_NAMES.map((name) => zoneIds.get(name)!);
  for (const vehicle of DEMO_VEHICLES) {
    const vehicleId = fleet.vehicles.get(vehicle.fleetNo)!;
    await loadRegistration(app, vehicleId, vehicle.papers);
    await loadPass(app, vehicle, vehicleId, passZoneIds, now);
    await suspendIfMeant(app, vehicleId, vehicle.papers);
  }
  await loadTrainings(app, fleet, now, timeZone);
}

async function loadZones(app: ServiceSource, now: Date): Promise<Map<string, string>> {
  const { zones } = await serviceOf(app, ZoneQueries).inForce(now);
  const ids = new Map(zones.map(({ fact }) => [fact.name, fact.zoneId]));
  for (const zone of DEMO_ZONES) {
    if (ids.has(zone.name)) continue;
    const { zoneId } = await serviceOf(app, DrawZoneService).draw(DEMO_ADMINISTRATION, null, {
      kind: zone.kind,
      name: zone.name,
      crs: 'wgs84',
      area: { type: 'MultiPolygon', coordinates: [[closed(zone)]] },
      hours: zone.hours ? [{ weekdays: EVERY_DAY, ...zone.hours }] : [],
      binds: ['mixer', 'boom_pump', 'line_pump'],
      effectiveFrom: now,
      reason: '演示数据：手绘示意范围',
    });
    ids.set(zone.name, zoneId);
  }
  return ids;
}

const closed = ({ corners }: DemoZone): [number, number][] => [...corners, corners[0]!];

/** The steps a registration goes through, and how far this vehicle's has come. */
const STEPS: readonly RegistrationState[] = ['submitted', 'district_reviewed', 'registered'];
const stepsOf = (papers: Papers): readonly RegistrationState[] => {
  if (papers === 'never_submitted') return [];
  return papers === 'under_review' ? STEPS.slice(0, 1) : STEPS;
};

/** Takes the steps that are missing; a registration that people have decided on is left alone. */
async function loadRegistration(
  app: ServiceSource,
  vehicleId: VehicleId,
  papers: Papers,
): Promise<void> {
  const { state } = await serviceOf(app, RegistrationQueries).get(DEMO_ADMINISTRATION, vehicleId);
  const done = STEPS.indexOf(state);
  if (done < 0 && state !== 'draft') return;
  for (const step of stepsOf(papers).slice(done + 1)) {
    await decide(app, vehicleId, step, '演示数据：资料齐全');
  }
}

async function suspendIfMeant(
  app: ServiceSource,
  vehicleId: VehicleId,
  papers: Papers,
): Promise<void> {
  if (papers !== 'registration_suspended') return;
  const queries = serviceOf(app, RegistrationQueries);
  const decisions = await queries.decisionsOn(DEMO_ADMINISTRATION, vehicleId);
  if (decisions.some(({ toState }) => toState === 'suspended')) return;
  await decide(app, vehicleId, 'suspended', '演示数据：车辆右转盲区装置失效');
}

const decide = (
  app: ServiceSource,
  vehicleId: VehicleId,
  state: RegistrationState,
  reason: string,
): Promise<unknown> =>
  serviceOf(app, DecideRegistrationService).decide(
    DEMO_ADMINISTRATION,
    vehicleId,
    { state, reason },
    '*',
  );

const HAVE_A_PASS: readonly Papers[] = [
  'in_order',
  'registration_suspended',
  'pass_expired',
  'night_pass',
];

async function loadPass(
  app: ServiceSource,
  { kind, papers }: DemoVehicle,
  vehicleId: VehicleId,
  zoneIds: string[],
  now: Date,
): Promise<void> {
  if (kind === 'trailer_pump' || !HAVE_A_PASS.includes(papers)) return;
  const known = await serviceOf(app, PassQueries).ofVehicle(vehicleId);
  if (known.length > 0) return;
  const isOver = papers === 'pass_expired';
  await serviceOf(app, IssuePassService).issue(isOver ? SYSTEM_SCOPE : DEMO_POLICE, {
    vehicleId,
    zoneIds,
    roads: [],
    hours:
      papers === 'night_pass' ? [{ weekdays: EVERY_DAY, fromMin: 22 * 60, toMin: 5 * 60 }] : [],
    validFrom: daysAfter(now, -60),
    validTo: daysAfter(now, isOver ? -3 : 305),
    reason: '演示数据：核发通行证',
  });
}

/** How many days ago each training was passed and in how many it runs out; null: never taken. */
const TRAINING_DAYS: Readonly<
  Record<Schooling, Record<'skill' | 'safety', { ago: number; left: number } | null>>
> = {
  in_order: { skill: { ago: 200, left: 165 }, safety: { ago: 190, left: 175 } },
  no_safety: { skill: { ago: 20, left: 345 }, safety: null },
  skill_expired: { skill: { ago: 370, left: -5 }, safety: { ago: 190, left: 175 } },
};

async function loadTrainings(
  app: ServiceSource,
  fleet: DemoFleet,
  now: Date,
  timeZone: string,
): Promise<void> {
  const ids = DEMO_DRIVERS.map(({ phone }) => fleet.drivers.get(phone)!);
  const facts = await serviceOf(app, FactsQueries).driverFacts(DEMO_ADMINISTRATION, ids);
  const dayOf = (days: number): string => localTimeOf(daysAfter(now, days), timeZone).on;
  for (const { phone, schooling } of DEMO_DRIVERS) {
    const driverId = fleet.drivers.get(phone)!;
    const known = facts.find((fact) => fact.driverId === driverId)?.trainings ?? [];
    for (const kind of ['skill', 'safety'] as const) {
      const days = TRAINING_DAYS[schooling][kind];
      if (!days || known.some((training) => training.kind === kind)) continue;
      await serviceOf(app, RecordTrainingService).record(DEMO_ADMINISTRATION, {
        driverId,
        kind,
        score: 88,
        hasPassed: true,
        passedOn: dayOf(-days.ago),
        expiresOn: dayOf(days.left),
      });
    }
  }
}
