/**
 * Whether a grade is one of those that the city lists (R19); what follows the strength class in an
 * order, such as `P8`, is the contract's matter.
 *
 * @param grade as ordered, such as `C30 P8`
 */
export const isListedGrade = (grade: string, listed: readonly string[]): boolean =>
  listed.includes(/^[^ -]*/.exec(grade)?.[0] ?? '');
