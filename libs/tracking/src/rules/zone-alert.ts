import type { Interval } from '@tongyun/kernel';
import {
  judge,
  type Reason,
  type ReasonCode,
  type VehicleFact,
  type ZoneFact,
  type ZonePlace,
} from '@tongyun/permission';
import type { JudgeContext } from './context.js';
import type { AlertCode, AlertLevel } from './track-state.js';

/** The alert that each reason against the road raises; what is not listed raises none. */
const ALERT_OF: Readonly<Partial<Record<ReasonCode, AlertCode>>> = {
  not_registered: 'unregistered_in_zone',
  registration_suspended: 'unregistered_in_zone',
  no_pass: 'no_pass',
  pass_suspended: 'no_pass',
  pass_expired: 'pass_expired',
  outside_pass_zone: 'outside_pass_zone',
  outside_pass_hours: 'bad_hours',
  emission_class: 'no_pass',
  off_permitted_route: 'off_permitted_route',
};

/**
 * Finds the one alert that a vehicle's presence in a zone deserves: that of the first reason against
 * the road, as permission orders them, so that an unregistered vehicle is not also alerted for its
 * missing pass.
 */
export function findZoneAlert(reasons: readonly Reason[]): AlertCode | null {
  for (const { code, effect } of reasons) {
    const alert = effect === 'forbids_road' ? ALERT_OF[code] : undefined;
    if (alert !== undefined) return alert;
  }
  return null;
}

/** Who was never let in at all is worse than who came at a wrong hour or a day too late. */
export const levelOfZoneAlert = (code: AlertCode): AlertLevel =>
  code === 'unregistered_in_zone' ? 'grave' : 'warning';

/**
 * Every reason why a vehicle may not be in a zone over a time, by the facts in force.
 *
 * @param place where in the zone; left out: the routes of its passes are not judged
 */
export const reasonsAgainst = (
  vehicle: VehicleFact,
  zone: ZoneFact,
  during: Interval,
  { timeZone, policy }: JudgeContext,
  place?: ZonePlace,
): Reason[] =>
  judge(
    {
      vehicle,
      driver: null,
      work: null,
      zones: [{ zone, stay: null, place }],
      isUnderWay: true,
      timeZone,
      calendar: policy.calendar,
      policyVersion: policy.version,
    },
    during,
  );
