import type { PolicyView } from '@tongyun/contracts';

export interface PresentPolicy {
  readonly key: string;
  readonly scope: string;
  /** What holds; of a scope whose first decision is yet to take effect, that decision. */
  readonly present: PolicyView;
  /** Decided and not yet in force, the earliest first. */
  readonly coming: readonly PolicyView[];
  /** Every decision of this key and scope, the latest first. */
  readonly all: readonly PolicyView[];
}

/**
 * Reads what holds now, of each key and scope, out of every decision that was ever taken: the latest to
 * take effect, and of two that take effect at once the later decided.
 */
export function findPresentPolicies(decisions: readonly PolicyView[], now: Date): PresentPolicy[] {
  const groups = new Map<string, PolicyView[]>();
  for (const decision of decisions) {
    const name = `${decision.key} ${decision.scope}`;
    const group = groups.get(name);
    if (group) group.push(decision);
    else groups.set(name, [decision]);
  }
  return [...groups.values()].flatMap((group) => presentOf(group, now) ?? []);
}

function presentOf(group: readonly PolicyView[], now: Date): PresentPolicy | null {
  const inOrder = group.toSorted(byEffect);
  const coming = inOrder.filter((decision) => Date.parse(decision.effectiveFrom) > now.getTime());
  const present = inOrder[inOrder.length - coming.length - 1] ?? coming[0];
  if (!present) return null;
  const { key, scope } = present;
  return { key, scope, present, coming, all: inOrder.toReversed() };
}

const byEffect = (a: PolicyView, b: PolicyView) =>
  Date.parse(a.effectiveFrom) - Date.parse(b.effectiveFrom) || a.version - b.version;
