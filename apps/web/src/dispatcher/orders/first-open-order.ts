import type { OrderState, OrderView } from '@tongyun/contracts';

const OVER: readonly OrderState[] = ['complete', 'closed', 'cancelled'];

/** The order that wants its first truck before all others; null where nobody waits for one. */
export const firstOpenOrder = <T extends Pick<OrderView, 'state' | 'firstOnSiteAt'>>(
  orders: readonly T[],
): T | null =>
  orders
    .filter(({ state }) => !OVER.includes(state))
    .toSorted((one, other) => one.firstOnSiteAt.localeCompare(other.firstOnSiteAt))[0] ?? null;
