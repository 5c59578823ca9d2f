import type { CreditGrade } from './credit-standing.js';
import type { RectificationState } from './rectification.js';

/** A rectification with when its last step was taken. */
export interface SteppedRectification {
  readonly id: string;
  readonly title: string;
  readonly state: RectificationState;
  readonly steppedAt: Date;
}

export interface GradeProposal {
  readonly grade: Extract<CreditGrade, 'failed' | 'qualified'>;
  /** The rectification that it rests on. */
  readonly because: SteppedRectification;
}

/**
 * What became of rectifications proposes to people, who decide the grade (R29): an enterprise of the
 * basic grade that let one fail is proposed as failed, one whose are all accepted as qualified.
 *
 * @param gradedAt when the grade was last decided; what was settled before is part of that decision
 */
export function proposeGrade(
  grade: CreditGrade | null,
  gradedAt: Date | null,
  rectifications: readonly SteppedRectification[],
): GradeProposal | null {
  if (grade !== 'basic') return null;
  const since = rectifications.filter(({ steppedAt }) => gradedAt === null || steppedAt > gradedAt);
  const failed = since.find(({ state }) => state === 'failed');
  if (failed) return { grade: 'failed', because: failed };
  const isOneOpen = rectifications.some(({ state }) => state === 'ordered' || state === 'answered');
  const accepted = since.find(({ state }) => state === 'accepted');
  return accepted && !isOneOpen ? { grade: 'qualified', because: accepted } : null;
}
