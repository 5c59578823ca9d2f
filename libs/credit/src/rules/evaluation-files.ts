/** Whose word on a year: the enterprise's own, or the administration's with its visit. */
export type EvaluationSide = 'self' | 'visit';

/** The fields of a year that this rule reads. */
export interface FiledYear {
  readonly selfAt: Date | null;
  readonly evaluatedAt: Date | null;
}

export type EvaluationFileFault =
  | 'CREDIT_SELF_EVALUATION_MISSING'
  | 'CREDIT_YEAR_EVALUATED'
  | 'CREDIT_NOT_EVALUATED'
  | 'CREDIT_YEAR_GRADED';

/**
 * Finds why a side of a year's evaluation takes no file; null: it takes one. A word is given first,
 * and what it was answered by closes it: the enterprise's by the evaluation, that by the grade.
 *
 * @param year null: nobody has said anything of it
 * @param isGraded whether people have decided the year's grade
 */
export function findEvaluationFileFault(
  side: EvaluationSide,
  year: FiledYear | null,
  isGraded: boolean,
): EvaluationFileFault | null {
  const { selfAt = null, evaluatedAt = null } = year ?? {};
  if (side === 'self') {
    if (selfAt === null) return 'CREDIT_SELF_EVALUATION_MISSING';
    return evaluatedAt === null ? null : 'CREDIT_YEAR_EVALUATED';
  }
  if (evaluatedAt === null) return 'CREDIT_NOT_EVALUATED';
  return isGraded ? 'CREDIT_YEAR_GRADED' : null;
}
