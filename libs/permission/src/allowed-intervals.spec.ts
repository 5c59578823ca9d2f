import { type Interval, localTimeOf } from '@tongyun/kernel';
import * as fc from 'fast-check';
import {
  aPass,
  at,
  aVehicle,
  daily,
  on,
  someFacts,
} from '../../../test/support/permission-facts.js';
import { somePermissionFacts } from '../../../test/support/some-permission-facts.js';
import { allowedIntervals } from './allowed-intervals.js';
import { isDayOf, PLAIN_CALENDAR } from './day-calendar.js';
import type { DailyHours, PassFact, PermissionFacts, VehicleFact, ZoneFact } from './facts.js';
import { judge } from './judge.js';
import { dayAfter } from './local-hours.js';

/** Monday's operating day: 04:00 to 04:00, so that midnight lies within it. */
const day = { from: at('04:00'), to: on('2026-11-24', '04:00') };
const MINUTES = 1_440;
const atMinute = (minute: number): Date => new Date(day.from.getTime() + minute * 60_000);
const isForbidden = (facts: PermissionFacts, interval: Interval): boolean =>
  judge(facts, interval).some(({ effect }) => effect !== 'notice');
const isWithin = (interval: Interval, allowed: readonly Interval[]): boolean =>
  allowed.some(({ from, to }) => from <= interval.from && interval.to <= to);

/** Facts with an interval of the day that as often as not ends where an allowed one does. */
const factsWithInterval = somePermissionFacts.chain((facts) => {
  const edges = allowedIntervals(facts, day)
    .flatMap(({ from, to }) => [from, to])
    .flatMap((edge) => [-1, 0, 1].map((by) => (edge.getTime() - day.from.getTime()) / 60_000 + by))
    .filter((minute) => minute >= 0 && minute <= MINUTES);
  const anyMinute = fc.integer({ min: 0, max: MINUTES });
  const minute = edges.length > 0 ? fc.oneof(anyMinute, fc.constantFrom(...edges)) : anyMinute;
  return fc.record({
    facts: fc.constant(facts),
    interval: fc
      .tuple(minute, minute)
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => ({
        from: atMinute(Math.min(one, other)),
        to: atMinute(Math.max(one, other)),
      })),
  });
});

describe('allowedIntervals', () => {
  it('is the whole day for a vehicle in order', () => {
    expect(allowedIntervals(someFacts(), day)).toEqual([day]);
  });

  it('is what several passes leave together, across midnight', () => {
    const passes = [
      aPass({ passNo: 'P-1', hours: [daily('09:00', '16:00')], validTo: at('12:00') }),
      aPass({ passNo: 'P-2', hours: [daily('12:00', '14:00'), daily('22:00', '02:00')] }),
    ];

    expect(allowedIntervals(someFacts({ vehicle: aVehicle({ passes }) }), day)).toEqual([
      { from: at('09:00'), to: at('14:00') },
      { from: at('22:00'), to: on('2026-11-24', '02:00') },
    ]);
  });

  it('agrees with judge: nothing forbids an interval exactly when it lies inside of one', () => {
    const seen = { allowed: 0, forbidden: 0, inParts: 0 };
    fc.assert(
      fc.property(factsWithInterval, ({ facts, interval }) => {
        const allowed = allowedIntervals(facts, day);
        const forbidden = isForbidden(facts, interval);

        expect(forbidden).toBe(!isWithin(interval, allowed));
        seen[forbidden ? 'forbidden' : 'allowed'] += 1;
        if (allowed.length > 1) seen.inParts += 1;
      }),
      { numRuns: 3_000, seed: 20261123 },
    );
    expect(seen.allowed).toBeGreaterThan(500);
    expect(seen.forbidden).toBeGreaterThan(500);
    expect(seen.inParts).toBeGreaterThan(150);
  });

  it('agrees with a plain reading of the facts, minute by minute', () => {
    const seen = { allowed: 0, forbidden: 0 };
    fc.assert(
      fc.property(somePermissionFacts, (facts) => {
        const allowed = allowedIntervals(facts, day);
        for (let minute = 0; minute < MINUTES; minute += 7) {
          const moment = { from: atMinute(minute), to: atMinute(minute + 1) };
          const may = mayAt(facts, moment.from);

          expect({ minute, may: isWithin(moment, allowed) }).toEqual({ minute, may });
          seen[may ? 'allowed' : 'forbidden'] += 1;
        }
      }),
      { numRuns: 60, seed: 20261123 },
    );
    expect(seen.allowed).toBeGreaterThan(1_000);
    expect(seen.forbidden).toBeGreaterThan(1_000);
  });
});

/** As the zones of `somePermissionFacts` bind: no plate of the city's, or those that end in 5. */
const isBound = (
  { binds, plateColors, plates }: ZoneFact,
  { kind, plateColor, plateNo }: VehicleFact,
): boolean =>
  binds.includes(kind) &&
  (plateColors.length === 0 || plateColors.includes(plateColor!)) &&
  (plates === null || (plates.isExcept ? !plateNo!.startsWith('浙A') : plateNo!.endsWith('5')));

/** Whether nothing stands against it at one minute, read off the facts with no spans at all. */
function mayAt(facts: PermissionFacts, now: Date): boolean {
  const { vehicle, driver, work, timeZone } = facts;
  const today = localTimeOf(now, timeZone).on;
  const isPassed = facts.zones.every(({ zone, stay, place }) => {
    if (!isBound(zone, vehicle)) return true;
    if (stay && !(stay.from <= now && now < stay.to)) return true;
    if (!isInHours(zone.hours, now, facts)) return true;
    if (zone.barredEmissionClasses.includes(vehicle.emissionClass!)) return false;
    if (zone.kind === 'eco_sensitive') return true;
    const passes = vehicle.passes.filter((pass) => pass.zoneIds.includes(zone.zoneId));
    const isOnRoute = ({ routes = [] }: PassFact) =>
      !place || routes.length === 0 || routes.some(({ path }) => path[0]![0] === place.lng);
    const covers = (pass: PassFact) =>
      pass.validFrom <= now &&
      now < pass.validTo &&
      isInHours(pass.hours, now, facts) &&
      isOnRoute(pass);
    const valid = passes.filter(({ state }) => state === 'valid');
    if (valid.some(covers)) return true;
    if (passes.some((pass) => pass.state === 'suspended' && covers(pass))) return false;
    return valid.some(
      (pass) =>
        pass.validTo <= now &&
        ((pass.toleratedTo &&
          now < pass.toleratedTo &&
          isInHours(pass.hours, now, facts) &&
          isOnRoute(pass)) ||
          (facts.isUnderWay && pass.leaveBy && now < pass.leaveBy)),
    );
  });
  const isTrained = (['skill', 'safety'] as const).every(
    (kind) =>
      !driver ||
      driver.trainings.some(
        (training) =>
          training.kind === kind &&
          training.hasPassed &&
          training.passedOn <= today &&
          today <= training.expiresOn,
      ),
  );
  const isDeclared =
    !work ||
    vehicle.ownerEnterpriseId === work.enterpriseId ||
    vehicle.uses.some(
      (use) =>
        use.enterpriseId === work.enterpriseId &&
        use.validFrom <= now &&
        (use.validTo === null || now < use.validTo),
    );
  return (
    vehicle.registrationState === 'registered' &&
    isPassed &&
    isTrained &&
    isDeclared &&
    driver?.isOnDuty !== false &&
    !work?.isEnterpriseBarred
  );
}

/** Whether the local clock stands within daily hours, today's or those that began yesterday. */
function isInHours(
  hours: readonly DailyHours[],
  now: Date,
  { timeZone, calendar = PLAIN_CALENDAR }: PermissionFacts,
): boolean {
  if (hours.length === 0) return true;
  const { on: today, minuteOfDay, weekday } = localTimeOf(now, timeZone);
  return hours.some(({ weekdays, days = 'any', fromMin, toMin }) =>
    [0, 1, 2].some((daysAgo) => {
      const beganOn = ((weekday - 1 - daysAgo + 7) % 7) + 1;
      const minute = minuteOfDay + daysAgo * MINUTES;
      const endMin = toMin > fromMin ? toMin : toMin + MINUTES;
      const isItsDay =
        weekdays.includes(beganOn) && isDayOf(dayAfter(today, -daysAgo), days, calendar);
      return isItsDay && fromMin <= minute && minute < endMin;
    }),
  );
}
