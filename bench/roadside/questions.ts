import { type Load, plateOf } from '../ingest/load.js';

/** What the measuring process tells the officers to do. */
export interface Shift {
  readonly baseUrl: string;
  /** One of each officer. */
  readonly accessTokens: readonly string[];
  readonly load: Load;
  readonly queriesPerSec: number;
  readonly seconds: number;
}

/** What came of it. */
export interface ShiftReport {
  /** Milliseconds from when a question was due until its whole answer was there. */
  readonly delaysMs: readonly number[];
  /** How many answers had each status; 0 is for no answer at all. */
  readonly statuses: Readonly<Record<number, number>>;
  /** How many answers gave each verdict. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly tookMs: number;
}

/** Where officers stand: in the demo's built-up area, beside its border, and out of every zone. */
const PLACES = [
  [120.16, 30.3],
  [120.21, 30.25],
  [119.6, 30.0],
] as const;
/** Steps through the fleet so that neighbours in time are no neighbours in the table. */
const STRIDE = 787;

/**
 * The path of an officer's nth question: of ten, seven state a place and a colour, one neither,
 * one asks by the vehicle's own position, and one is about a plate that nobody entered.
 */
export function questionOf({ vehicles }: Load, nth: number): string {
  const known = plateOf((nth * STRIDE) % vehicles);
  const [lng, lat] = PLACES[nth % PLACES.length]!;
  const place = `lng=${lng}&lat=${lat}&crs=wgs84&accuracyM=20`;
  switch (nth % 10) {
    case 7:
      return pathOf(known, '');
    case 8:
      return pathOf(known, 'color=yellow');
    case 9:
      return pathOf(`浙C${String(10_000 + (nth % 90_000))}`, `color=yellow&${place}`);
    default:
      return pathOf(known, `color=yellow&${place}`);
  }
}

const pathOf = (plateNo: string, query: string): string =>
  `/api/v1/roadside/vehicles/${encodeURIComponent(plateNo)}?purpose=patrol&${query}`;
