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

/** For so long what one cause made of one vehicle speaks for the others; then it is worth a bell again. */
const SPEAKS_FOR_MS = 86_400_000;

/**
 * The open alert to ring for: the gravest unknown one, of these the newest. Muted ones do not ring, nor
 * does one whose cause has rung for another vehicle within a day, as gravely.
 *
 * @param known ids of the alerts that were there before
 */
export function findToRing(
  alerts: readonly AlertView[],
  known: ReadonlySet<string>,
): AlertView | undefined {
  const audible = alerts.filter(({ mute }) => mute === null);
  const heard = audible.filter(({ id }) => known.has(id));
  return audible
    .filter(({ id, state }) => state === 'open' && !known.has(id))
    .filter((alert) => !heard.some((other) => speaksFor(other, alert)))
    .toSorted((one, other) => WEIGHT[other.level] - WEIGHT[one.level])[0];
}

/** Whether whoever heard of one alert needs not hear of another: the same made it of another vehicle. */
const speaksFor = (heard: AlertView, alert: AlertView): boolean =>
  heard.causeKey !== null &&
  heard.causeKey === alert.causeKey &&
  heard.vehicleId !== alert.vehicleId &&
  WEIGHT[heard.level] >= WEIGHT[alert.level] &&
  Date.parse(alert.openedAt) - Date.parse(heard.openedAt) < SPEAKS_FOR_MS;
