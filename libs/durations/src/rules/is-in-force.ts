/** The newest decision on a duration. */
export interface NewestDecision {
  readonly value: number | null;
  readonly untilAt: Date | null;
}

/** Whether it still says something at an instant: neither withdrawn nor run out. */
export const isInForce = <Decision extends NewestDecision>(
  decision: Decision,
  at: Date,
): decision is Decision & { readonly value: number } =>
  decision.value !== null && (decision.untilAt === null || at < decision.untilAt);
