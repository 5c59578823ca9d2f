/** The fields of a training result that this rule reads. */
export interface DatedResult {
  readonly kind: 'skill' | 'safety';
  readonly hasPassed: boolean;
  /** Local calendar day from which it counts, `YYYY-MM-DD`. */
  readonly passedOn: string;
  /** Last local calendar day on which it counts, `YYYY-MM-DD`. */
  readonly expiresOn: string;
  /** That it was recorded wrongly; left out where no such result is among them. */
  readonly withdrawal?: object | null;
}

export interface TrainingStanding<Result extends DatedResult> {
  /** The result that counts on that day, else the latest there is. */
  readonly skill: Result | null;
  readonly safety: Result | null;
  /** Both kinds are passed and in force (R5). */
  readonly mayWork: boolean;
}

/**
 * Finds which of a driver's results count on a day. A failed examination does not undo an earlier
 * pass that still runs. One that was withdrawn counts on no day, and what was passed before it counts again.
 *
 * @param on local calendar day, `YYYY-MM-DD`
 */
export function findTrainingStanding<Result extends DatedResult>(
  results: readonly Result[],
  on: string,
): TrainingStanding<Result> {
  const counts = (result: Result) => isPassOn(result, on) && !isWithdrawn(result);
  const best = (kind: Result['kind']): Result | null => {
    const latestFirst = latestFirstOf(results, kind);
    return latestFirst.find(counts) ?? latestFirst[0] ?? null;
  };
  const [skill, safety] = [best('skill'), best('safety')];
  return { skill, safety, mayWork: [skill, safety].every((one) => one !== null && counts(one)) };
}

/**
 * Finds of each kind the pass for want of which a driver may not work on a day, as it was withdrawn; of
 * several the one that would run longest. One that was failed, or would not run that day, is none of them.
 *
 * @param on local calendar day, `YYYY-MM-DD`
 */
export function findLackedPasses<Result extends DatedResult>(
  results: readonly Result[],
  on: string,
): Result[] {
  return (['skill', 'safety'] as const).flatMap((kind) => {
    const passes = latestFirstOf(results, kind).filter((result) => isPassOn(result, on));
    return passes.every(isWithdrawn) ? passes.slice(0, 1) : [];
  });
}

const latestFirstOf = <Result extends DatedResult>(
  results: readonly Result[],
  kind: Result['kind'],
): Result[] =>
  results
    .filter((result) => result.kind === kind)
    .toSorted((a, b) => b.expiresOn.localeCompare(a.expiresOn));

/** Be it withdrawn since. */
const isPassOn = ({ hasPassed, passedOn, expiresOn }: DatedResult, on: string): boolean =>
  hasPassed && passedOn <= on && on <= expiresOn;

const isWithdrawn = ({ withdrawal = null }: DatedResult): boolean => withdrawal !== null;
