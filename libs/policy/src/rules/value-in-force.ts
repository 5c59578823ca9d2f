/** The fields of a decided value that decide when it holds. */
export interface DatedValue {
  readonly key: string;
  readonly scope: string;
  readonly version: number;
  readonly effectiveFrom: Date;
}

/** The scope that every other falls back on. */
export const CITY = 'city';

/** `city`, or a district, enterprise or plant by name or id. */
export const isScope = (scope: string): boolean =>
  scope === CITY || /^(district|enterprise|plant):\S.*$/.test(scope);

/**
 * Finds the value that holds at an instant: the narrowest scope that has one, in it the latest to
 * take effect, and of two that take effect at once the later decided.
 *
 * @param scopes narrowest first; the city is asked last, whether it is named or not
 */
export function findInForce<Value extends DatedValue>(
  values: readonly Value[],
  key: string,
  scopes: readonly string[],
  at: Date,
): Value | null {
  for (const scope of [...scopes, CITY]) {
    const latest = values
      .filter((value) => value.key === key && value.scope === scope && value.effectiveFrom <= at)
      .toSorted(byEffect)
      .at(-1);
    if (latest) return latest;
  }
  return null;
}

const byEffect = (a: DatedValue, b: DatedValue) =>
  a.effectiveFrom.getTime() - b.effectiveFrom.getTime() || a.version - b.version;
