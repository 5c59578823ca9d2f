import type { AlertView } from '@tongyun/contracts';

/** Alerts that one thing made, of which the list has more than one; or a single alert. */
export interface CauseGroup {
  /** Of the cause, or of the single alert. */
  readonly key: string;
  readonly alerts: readonly [AlertView, ...AlertView[]];
}

/** Puts the alerts of one cause together where the first of them stands; the order is kept. */
export function groupByCause(alerts: readonly AlertView[]): CauseGroup[] {
  const groups = new Map<string, [AlertView, ...AlertView[]]>();
  for (const alert of alerts) {
    const key = alert.causeKey ?? alert.id;
    const group = groups.get(key);
    if (group) group.push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups].map(([key, of]) => ({ key, alerts: of }));
}
