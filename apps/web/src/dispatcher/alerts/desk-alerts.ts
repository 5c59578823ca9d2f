import { alertLevel, type AlertView } from '@tongyun/contracts';

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

/** What is known once an alert is: itself and, where it could ring, its cause up to its level. */
export const namesOf = (alerts: readonly AlertView[]): Set<string> =>
  new Set(alerts.flatMap((alert) => [alert.id, ...(alert.mute === null ? causesUpTo(alert) : [])]));

/**
 * The open alert to ring for: the gravest unknown one, of these the newest. Muted ones do not ring, and
 * of one cause it rings once for each level.
 */
export const findToRing = (
  alerts: readonly AlertView[],
  known: ReadonlySet<string>,
): AlertView | undefined =>
  alerts
    .filter(({ state, mute }) => state === 'open' && mute === null)
    .filter((alert) => !known.has(alert.id) && !known.has(causeAt(alert, alert.level) ?? ''))
    .toSorted((one, other) => WEIGHT[other.level] - WEIGHT[one.level])[0];

const causeAt = ({ causeKey }: AlertView, level: AlertView['level']): string | null =>
  causeKey === null ? null : `${level} ${causeKey}`;

const causesUpTo = (alert: AlertView): string[] =>
  alertLevel.options
    .filter((level) => WEIGHT[level] <= WEIGHT[alert.level])
    .flatMap((level) => causeAt(alert, level) ?? []);
