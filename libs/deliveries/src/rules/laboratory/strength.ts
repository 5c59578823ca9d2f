/** Days at which the strength of a grade is judged: GB/T 50107, from memory. */
export const JUDGED_FROM_DAYS = 28;

/**
 * The strength that a grade names, MPa: the figure behind its letters, such as 30 of `C30 P8` and 7.5
 * of `M7.5`; null for a grade that names none.
 */
export function requiredMpaOf(grade: string): number | null {
  const figure = /^[A-Z]{1,2}(\d+(?:\.\d+)?)/.exec(grade)?.[1];
  return figure === undefined ? null : Number(figure);
}

export interface MeasuredStrength {
  readonly grade: string;
  readonly ageDays: number;
  readonly strengthMpa: number;
}

/**
 * Whether a load reached what its grade names; null where that is not to be judged: too young, or a
 * grade that names no strength. Each test is held against its grade; the standard's judgement of whole
 * lots by their spread is the laboratory's.
 */
export function hasReached({ grade, ageDays, strengthMpa }: MeasuredStrength): boolean | null {
  const requiredMpa = requiredMpaOf(grade);
  if (requiredMpa === null || ageDays < JUDGED_FROM_DAYS) return null;
  return strengthMpa >= requiredMpa;
}

export interface StrengthRate {
  readonly judged: number;
  readonly passed: number;
  /** Percent of what was judged; null while nothing was. */
  readonly passPct: number | null;
}

/** How many of the tests reached their grade (强度合格率). */
export function rateStrength(tests: readonly MeasuredStrength[]): StrengthRate {
  const verdicts = tests.map(hasReached).filter((verdict) => verdict !== null);
  const judged = verdicts.length;
  const passed = verdicts.filter(Boolean).length;
  return { judged, passed, passPct: judged === 0 ? null : (100 * passed) / judged };
}
