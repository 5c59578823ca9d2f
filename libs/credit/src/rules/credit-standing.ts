export type CreditGrade = 'excellent' | 'good' | 'qualified' | 'basic' | 'failed';

const BEST_FIRST: readonly CreditGrade[] = ['excellent', 'good', 'qualified', 'basic', 'failed'];

/** Whether the first of two grades is the better one (R27). */
export const isBetterGrade = (one: CreditGrade, other: CreditGrade): boolean =>
  BEST_FIRST.indexOf(one) < BEST_FIRST.indexOf(other);

/** A decision that gives a year its grade, in the order of deciding. */
export interface GradeDecision {
  readonly year: number;
  readonly grade: CreditGrade | null;
}

export interface CreditStanding {
  /** Of the latest year that has one; null before the first. */
  readonly grade: CreditGrade | null;
  /** Years in a row, back from the latest graded one, that failed. */
  readonly failedYears: number;
  readonly isBarred: boolean;
}

/**
 * What the decisions so far come to. The later decision on a year holds for it; none is erased.
 *
 * @param decisions oldest first; those without a grade give none
 * @param barredAfterYears failed years in a row that bar from business, R30
 */
export function findStanding(
  decisions: readonly GradeDecision[],
  barredAfterYears: number,
): CreditStanding {
  const gradeOf = new Map<number, CreditGrade>();
  for (const { year, grade } of decisions) if (grade !== null) gradeOf.set(year, grade);
  const latest = Math.max(...gradeOf.keys());
  const grade = gradeOf.get(latest) ?? null;
  let failedYears = 0;
  while (gradeOf.get(latest - failedYears) === 'failed') failedYears += 1;
  return { grade, failedYears, isBarred: failedYears >= barredAfterYears };
}

/**
 * The grade that a year has, which is the last one that it was given; null: none.
 *
 * @param decisions oldest first
 */
export const gradeOfYear = (
  decisions: readonly GradeDecision[],
  year: number,
): CreditGrade | null =>
  decisions.findLast((decided) => decided.year === year && decided.grade !== null)?.grade ?? null;

/** Whether the enterprise's last appeal waits for its answer. */
export function hasOpenAppeal(kinds: readonly string[]): boolean {
  const appeal = kinds.lastIndexOf('appeal');
  if (appeal < 0) return false;
  return !kinds.slice(appeal).some((kind) => kind.startsWith('appeal_'));
}

/**
 * Whether leave to take orders holds, which ends with the next decision that gives a grade; an
 * appeal that was made or rejected since changes nothing of it.
 *
 * @param decisions oldest first
 */
export function isLeaveInForce(
  decisions: readonly { readonly kind: string; readonly grade: CreditGrade | null }[],
): boolean {
  const gradedAt = decisions.findLastIndex(({ grade }) => grade !== null);
  return decisions.slice(gradedAt + 1).some(({ kind }) => kind === 'orders_allowed');
}
