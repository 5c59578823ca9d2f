import { addSeconds } from '@tongyun/kernel';
import type { Reason, VehicleFact, ZoneFact } from '@tongyun/permission';
import type { JudgeContext } from '../context.js';
import type { TrackState } from '../track-state.js';
import { findZoneAlert, reasonsAgainst } from '../zone-alert.js';
import { bySeveralFixes, type Watch } from './watch.js';

/**
 * In a zone, off the roads that its pass prescribes. A fix too near to the border of the route says
 * nothing either way; at its own plant and site a vehicle has left every road.
 */
export const offPermittedRoute: Watch = {
  code: 'off_permitted_route',
  confirmFixes: bySeveralFixes,
  find(state, input, context) {
    const { vehicle, policy } = context;
    if (vehicle === null || !vehicle.passes.some(({ routes = [] }) => routes.length > 0)) {
      return null;
    }
    if (isAtItsPlaces(state)) return null;
    if (input.kind !== 'fix') return 'no_word';
    const offIn = zonesIn(state, context)
      .map((zone) => ({ zone, reason: findOff(vehicle, zone, 0, state, context, input.at) }))
      .find(({ reason }) => reason !== null);
    if (offIn === undefined) return null;
    const reason = findOff(vehicle, offIn.zone, policy.zoneMarginM, state, context, input.at);
    if (reason === null) return 'no_word';
    return {
      level: 'warning',
      value: Number(reason.compared['distanceM']),
      limitValue: Number(reason.compared['limitM']),
      unit: 'm',
      sinceMs: null,
      reasons: [reason],
    };
  },
};

const isAtItsPlaces = ({ fences, yards }: TrackState): boolean =>
  [...Object.values(fences), ...Object.values(yards)].some(({ isInside }) => isInside);

const zonesIn = ({ zones: presences }: TrackState, { zones }: JudgeContext): ZoneFact[] =>
  Object.entries(presences).flatMap(([zoneId, { isInside }]) =>
    isInside ? (zones.factOf(zoneId) ?? []) : [],
  );

/** The reason that it is off its route, where nothing worse bars it from the zone. */
function findOff(
  vehicle: VehicleFact,
  zone: ZoneFact,
  withinM: number,
  { last }: TrackState,
  context: JudgeContext,
  at: Date,
): Reason | null {
  if (last === null) return null;
  const place = { lng: last.lng, lat: last.lat, withinM };
  const reasons = reasonsAgainst(
    vehicle,
    zone,
    { from: at, to: addSeconds(at, 1) },
    context,
    place,
  );
  if (findZoneAlert(reasons) !== 'off_permitted_route') return null;
  return reasons.find(({ code }) => code === 'off_permitted_route') ?? null;
}
