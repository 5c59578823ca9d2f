import type {
  PassFact,
  PermissionFacts,
  PlateBinding,
  TrainingFact,
  UseFact,
  ZoneStay,
} from '@tongyun/permission';
import * as fc from 'fast-check';
import { aDriver, aRoute, at, aVehicle, aWork, aZone, on } from './permission-facts.js';

const anyMinute = fc.integer({ min: 0, max: 1_440 });
const someHours = fc.array(
  fc.record({
    weekdays: fc.oneof(
      fc.constant([1, 2, 3, 4, 5, 6, 7]),
      fc.subarray([7, 1, 2], { minLength: 1 }),
    ),
    days: fc.oneof(
      { weight: 5, arbitrary: fc.constant('any' as const) },
      fc.constantFrom('workdays', 'days_off', 'school_days'),
    ),
    fromMin: anyMinute,
    toMin: anyMinute,
  }),
  { maxLength: 3 },
);

/** An instant on a whole minute from two days before Monday to two days after it. */
const anInstant = fc
  .integer({ min: -2_880, max: 4_320 })
  .map((minute) => new Date(at('00:00').getTime() + minute * 60_000));
const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 12 * others.length, arbitrary: fc.constant(usual) },
    fc.constantFrom(...others),
  );

const aValidity = fc.oneof(
  fc.constant({ validFrom: on('2026-11-01', '00:00'), validTo: on('2026-12-01', '00:00') }),
  fc.tuple(anInstant, anInstant).map(([validFrom, validTo]) => ({ validFrom, validTo })),
);
/** Two roads, nine kilometres apart, on which passes may be good and vehicles may be. */
const LNGS = [120.1, 120.2];
const someRoutes = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  fc.subarray(LNGS.map((lng) => aRoute({ lng }))),
);
const aPlace = fc.option(
  fc.constantFrom(...LNGS).map((lng) => ({ lng, lat: 30.3, withinM: 10 })),
  { nil: undefined },
);
const aPassFact = fc
  .record({
    zoneIds: fc.subarray(['city', 'park', 'town'], { minLength: 1 }),
    hours: fc.oneof(fc.constant([]), someHours),
    validity: aValidity,
    state: mostly<PassFact['state']>('valid', 'suspended', 'pending', 'revoked'),
    leaveBy: fc.option(anInstant),
    toleratedTo: fc.option(anInstant),
    routes: someRoutes,
  })
  .map(({ validity, ...pass }) => ({ ...pass, ...validity }));
const somePasses = fc
  .array(aPassFact, { maxLength: 5 })
  .map((passes) => passes.map((pass, index): PassFact => ({ ...pass, passNo: `P-${index}` })));

const aStay: fc.Arbitrary<ZoneStay> = fc
  .record({
    zoneId: fc.constantFrom('city', 'park', 'town'),
    kind: mostly('built_up' as const, 'restricted_zone' as const, 'eco_sensitive' as const),
    hours: fc.oneof(fc.constant([]), someHours),
    binds: mostly(['mixer' as const], ['boom_pump' as const]),
    plateColors: mostly<string[]>([], ['blue'], ['yellow', 'blue']),
    plates: mostly<PlateBinding | null>(
      null,
      { listed: ['浙A'], isExcept: true, lastFigures: [] },
      { listed: [], isExcept: false, lastFigures: [5] },
    ),
    barredEmissionClasses: mostly<string[]>([], ['国三'], ['国三', '国六']),
    stay: fc.option(fc.tuple(anInstant, anInstant).map(([from, to]) => ({ from, to }))),
    place: aPlace,
  })
  .map(({ stay, place, ...zone }) => ({ zone: aZone(zone), stay, place }));

const aDayNear = fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24');
const aTraining = fc.record<TrainingFact>({
  kind: fc.constantFrom('skill', 'safety'),
  hasPassed: mostly(true, false),
  passedOn: fc.oneof(fc.constant('2026-01-10'), aDayNear),
  expiresOn: fc.oneof(fc.constant('2027-01-09'), aDayNear),
});
const aDriverFact = fc
  .record({
    trainings: fc.oneof(
      fc.constant(aDriver().trainings),
      fc.array(aTraining, { minLength: 2, maxLength: 6 }),
    ),
    isOnDuty: mostly<boolean | null>(true, null, false),
  })
  .map((driver) => aDriver(driver));

/** Monday may be off, and Sunday worked for it. */
const aCalendar = fc.record({
  daysOff: fc.subarray(['2026-11-23', '2026-11-24']),
  workdays: fc.subarray(['2026-11-22']),
  schoolHolidays: fc.subarray([{ from: '2026-11-24', to: '2026-11-30' }]),
});

const aUse = fc.record<UseFact>({
  enterpriseId: mostly('own', 'other'),
  kind: fc.constant('hired'),
  validFrom: anInstant,
  validTo: fc.option(anInstant),
});

/** Facts of every sort round Monday 23 November 2026, on whole minutes; most of them in order. */
export const somePermissionFacts: fc.Arbitrary<PermissionFacts> = fc
  .record({
    passes: somePasses,
    registrationState: mostly<string | null>('registered', null, 'suspended', 'submitted'),
    ownerEnterpriseId: mostly<string | null>('own', 'haulier', null),
    uses: fc.array(aUse, { maxLength: 3 }),
    driver: fc.option(fc.oneof({ weight: 2, arbitrary: fc.constant(aDriver()) }, aDriverFact)),
    work: fc.option(fc.record({ isEnterpriseBarred: mostly(false, true) })),
    zones: fc.array(aStay, { minLength: 1, maxLength: 3 }),
    calendar: fc.option(aCalendar, { nil: undefined }),
    isUnderWay: fc.boolean(),
  })
  .map(({ driver, work, zones, calendar, isUnderWay, ...vehicle }) => ({
    vehicle: aVehicle(vehicle),
    driver,
    work: work && aWork(work),
    zones,
    timeZone: 'Asia/Shanghai',
    calendar,
    isUnderWay,
    policyVersion: '2026-1',
  }));
