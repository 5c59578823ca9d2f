export type PolicyUnit =
  | 'min'
  | 'sec'
  | 'hours'
  | 'hour'
  | 'days'
  | 'months'
  | 'years'
  | 'm'
  | 'mm'
  | 'm3'
  | 'kph'
  | 'pct'
  | 'celsius'
  | 'points'
  | 'drivers'
  | 'trips'
  | 'fixes'
  | 'perMin'
  | 'minPerM3'
  | 'kgPerM3'
  | 'm3PerYear';

/** The longer endings first: a number for each minute is not a number of minutes. */
const BY_ENDING: readonly (readonly [ending: string, unit: PolicyUnit])[] = [
  // Of these two the ending says "at least".
  ['trained_drivers_min', 'drivers'],
  ['trips_min', 'trips'],
  ['prior_trips', 'trips'],
  ['_fixes', 'fixes'],
  ['_min_per_m3', 'minPerM3'],
  ['_kg_per_m3', 'kgPerM3'],
  ['_m3_per_line_year', 'm3PerYear'],
  ['_per_min', 'perMin'],
  ['_min', 'min'],
  ['_sec', 'sec'],
  ['_hours', 'hours'],
  ['_hour', 'hour'],
  ['_days', 'days'],
  ['_months', 'months'],
  ['_years', 'years'],
  ['_m3', 'm3'],
  ['_mm', 'mm'],
  ['_m', 'm'],
  ['_kph', 'kph'],
  ['_pct', 'pct'],
  ['_c', 'celsius'],
  ['_points', 'points'],
];

/** The unit that the end of a policy's key names; null: a number without one, or no number. */
export const unitOf = (key: string): PolicyUnit | null =>
  BY_ENDING.find(([ending]) => key.endsWith(ending))?.[1] ?? null;
