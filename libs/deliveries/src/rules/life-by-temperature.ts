import type { ConcreteLifeLimits } from './concrete-life.js';

/** A row of policy `concrete.life_by_temperature`. */
export interface LifeRow {
  readonly upToC: number | null;
  readonly upToGrade: number | null;
  readonly warnAfterMin: number;
  readonly dischargeWithinMin: number;
}

/** What decides how long a load lives. */
export interface LoadInAir {
  /** Strength grade as it is ordered, such as `C30` or `C35 P8`. */
  readonly grade: string;
  /** Air temperature at batching, °C; null: nobody stated it. */
  readonly airC: number | null;
}

/** A stated retarder, and what policy lets it do. */
export interface StatedRetarder {
  /** How much longer it lets the concrete live, minutes, above 0; null: none is stated. */
  readonly retarderMin: number | null;
  /** More is not believed, minutes: policy `concrete.retarder_max_min`. */
  readonly limitMin: number;
}

/** Lengthens the limits of concrete by what its retarder is stated to do, within what policy believes. */
export function lengthenLife(
  { dischargeWithinMin, warnAtMin }: ConcreteLifeLimits,
  { retarderMin, limitMin }: StatedRetarder,
): ConcreteLifeLimits {
  const longerMin = Math.min(retarderMin ?? 0, limitMin);
  return {
    dischargeWithinMin: dischargeWithinMin + longerMin,
    warnAtMin: warnAtMin + longerMin,
  };
}

/**
 * Finds the limits of a load by the day's air: those of the first row that its temperature and grade
 * do not exceed, the plain ones where no temperature is known or no row fits.
 *
 * A grade that says no number is taken for the strongest, which lives shortest.
 */
export function findLifeLimits(
  { grade, airC }: LoadInAir,
  rows: readonly LifeRow[],
  plain: ConcreteLifeLimits,
): ConcreteLifeLimits {
  if (airC === null) return plain;
  const strength = Number(/^C(\d+)/.exec(grade)?.[1] ?? Infinity);
  const row = rows.find(
    ({ upToC, upToGrade }) =>
      (upToC === null || airC <= upToC) && (upToGrade === null || strength <= upToGrade),
  );
  if (!row) return plain;
  return { dischargeWithinMin: row.dischargeWithinMin, warnAtMin: row.warnAfterMin };
}
