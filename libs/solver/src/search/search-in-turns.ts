/** One of the searches that share a budget. */
export interface TakesTurns {
  /** One try; says whether the best plan became better. */
  step(share: number): boolean;
  /** How many steps it gets in the round that begins; 0 when nothing is left to gain. */
  turns(): number;
}

export interface Budget {
  /**
   * Share of the budget that is spent before a step, [0, 1]; all ends at 1. A number of steps is
   * `(step) => step / steps`; a time, or a wish to stop, is the caller's to measure.
   */
  readonly spent: (step: number) => number;
  /** Told before the first step and after each, once `spent` was asked, how many there were. */
  readonly onStep?: (steps: number) => void;
  /** Told at the end of a round that has made a best plan better. */
  readonly onBetter?: () => void;
}

/** Lets searches take turns until the budget is spent or none has anything left to gain. */
export function searchInTurns(
  searches: readonly TakesTurns[],
  { spent, onStep, onBetter }: Budget,
): void {
  let steps = 0;
  let share = spent(steps);
  onStep?.(steps);
  for (let isOver = false; share < 1 && !isOver;) {
    let isBetter = false;
    isOver = true;
    for (const search of searches) {
      const turns = search.turns();
      if (turns > 0) isOver = false;
      for (let turn = 0; turn < turns && share < 1; turn += 1) {
        isBetter = search.step(share) || isBetter;
        steps += 1;
        share = spent(steps);
        onStep?.(steps);
      }
    }
    if (isBetter) onBetter?.();
  }
}
