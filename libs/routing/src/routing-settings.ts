/** A figure nobody has measured yet; to be replaced by the fleet's own tracks. */
interface Assumed<Value> {
  readonly value: Value;
  readonly source: 'assumption';
}
const assumed = <Value>(value: Value): Assumed<Value> => ({ value, source: 'assumption' });

/** Road length over straight line: rivers and ring roads make a city's detours near a third. */
export const DETOUR_FACTOR = assumed(1.35);

/** Mean speed of a loaded mixer, km/h, for each local hour of departure 0–23. */
export const SPEED_KPH_BY_HOUR = assumed<readonly number[]>([
  40, 40, 40, 40, 40, 38, 30, 20, 18, 22, 26, 28, 28, 28, 26, 26, 22, 18, 18, 24, 30, 34, 38, 40,
]);

export interface OsrmSettings {
  /** Longest wait for one answer, milliseconds. */
  readonly timeoutMs: number;
  /** Farthest that a place may lie from a road of the map, metres; beyond, it is off the map. */
  readonly maxSnapM: number;
  /** Places in one table request; OSRM refuses more than 100 by default (`TooBig`). */
  readonly maxTablePlaces: number;
  /** Failures in a row after which the server is left alone. */
  readonly failuresToOpen: number;
  /** How long it is left alone, milliseconds. */
  readonly restMs: number;
  /** Drives kept in memory, each between two places: a city's enterprises ask some 60,000 a day. */
  readonly mostDrivesKept: number;
  /** Places of the ways kept in memory, all together: some forty a way, 10,000 ways. */
  readonly mostWayPlacesKept: number;
  /** How long an answer of the server is kept, milliseconds: its data changes when somebody deploys it. */
  readonly keepMs: number;
}

export const OSRM_SETTINGS: OsrmSettings = {
  timeoutMs: 2_000,
  maxSnapM: 1_000,
  maxTablePlaces: 100,
  failuresToOpen: 3,
  restMs: 30_000,
  mostDrivesKept: 250_000,
  mostWayPlacesKept: 400_000,
  keepMs: 12 * 3_600_000,
};
