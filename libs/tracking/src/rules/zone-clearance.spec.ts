import { addSeconds } from '@tongyun/kernel';
import * as fc from 'fast-check';
import { aJudgeContext } from '../../../../test/support/judge-scenes.js';
import { aPass, at, aVehicle, aZone, daily } from '../../../../test/support/permission-facts.js';
import { findZoneAlert, reasonsAgainst } from './zone-alert.js';
import { isClearedFor } from './zone-clearance.js';

const context = aJudgeContext({});
const until = (validTo: Date) => aVehicle({ passes: [aPass({ validTo })] });

const clockOf = (minuteOfDay: number): string =>
  [Math.floor(minuteOfDay / 60), minuteOfDay % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

describe('isClearedFor', () => {
  it.each([
    { validTo: '08:02', is: true, why: 'the pass holds beyond the minute' },
    { validTo: '08:00', is: false, why: 'it has ended' },
    { validTo: '08:01', is: false, why: 'the minute’s last second is judged into the next one' },
  ])('is $is at 08:00:30 with a pass until $validTo ($why)', ({ validTo, is }) => {
    const vehicle = until(at(validTo));

    expect(isClearedFor(vehicle, aZone(), addSeconds(at('08:00'), 30), context)).toBe(is);
  });

  it('asks again when the facts, the zone or the minute are others', () => {
    const [vehicle, zone] = [until(at('08:05')), aZone()];
    expect(isClearedFor(vehicle, zone, at('08:00'), context)).toBe(true);

    expect(isClearedFor(until(at('07:00')), zone, at('08:00'), context)).toBe(false);
    expect(isClearedFor(vehicle, aZone({ zoneId: 'other' }), at('08:00'), context)).toBe(false);
    expect(isClearedFor(vehicle, zone, at('08:05'), context)).toBe(false);
    expect(isClearedFor(vehicle, zone, at('08:00'), context)).toBe(true);
  });

  it('never clears an instant at which an alert is due, in whatever order it is asked', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 1_439 });
    const seconds = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(minuteOfDay, minuteOfDay, seconds, fc.boolean(), (from, to, asked, isOfZone) => {
        const hours = [daily(clockOf(from), clockOf(to))];
        const vehicle = aVehicle({ passes: [aPass(isOfZone ? {} : { hours })] });
        const zone = aZone(isOfZone ? { hours, kind: 'restricted_zone', zoneId: 'else' } : {});
        for (const second of asked) {
          const instant = addSeconds(at(clockOf(from)), second - 150);
          if (!isClearedFor(vehicle, zone, instant, context)) continue;
          const span = { from: instant, to: addSeconds(instant, 1) };
          expect(findZoneAlert(reasonsAgainst(vehicle, zone, span, context))).toBeNull();
        }
      }),
    );
  });
});
