import type { AlertView } from '@tongyun/contracts';

const WEIGHT = { notice: 0, warning: 1, grave: 2 } as const satisfies Record<
  AlertView['level'],
  number
>;

/** Lists read one beside the other as one: each alert once, as last changed, the newest first. */
export function mergeAlerts(lists: readonly (readonly AlertView[])[]): AlertView[] {
  const byId = new Map<string, AlertView>();
  for (const alert of lists.flat()) {
    const known = byId.get(alert.id);
    if (!known || known.version < alert.version) byId.set(alert.id, alert);
  }
  return [...byId.values()].toSorted(
    (one, other) =>
      Date.parse(other.openedAt) - Date.parse(one.openedAt) || (one.id < other.id ? 1 : -1),
  );
}

/** The open alert to ring for: the gravest unknown one, of these the newest. */
export const findToRing = (
  alerts: readonly AlertView[],
  known: ReadonlySet<string>,
): AlertView | undefined =>
  alerts
    .filter(({ id, state }) => state === 'open' && !known.has(id))
    .toSorted((one, other) => WEIGHT[other.level] - WEIGHT[one.level])[0];
