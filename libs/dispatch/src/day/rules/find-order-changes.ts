import { type DayOrderRow, isSameM3 } from '@tongyun/deliveries';
import { refusedM3Of } from './begun.js';
import type { DayFacts } from './day-facts.js';
import type { ContentEvent, OrderWant } from './plan-content.js';

type Order = Pick<
  DayOrderRow,
  'id' | 'plannedM3' | 'rateM3PerHour' | 'state' | 'divertedM3' | 'plantQuotas'
>;
type Wanting = Pick<DayFacts, 'loads' | 'returns'> & { readonly orders: readonly Order[] };

/** What a plan is mended around because of one of its orders. */
export type OrderChange = Extract<ContentEvent, { kind: `order_${string}` }>;

/** Less than this is within what measuring a drum can tell, m³. */
const SAME_M3 = 0.01;

type Quotas = NonNullable<OrderWant['quotas']>;

const areSame = (some: Quotas, others: Quotas): boolean =>
  some.length === others.length &&
  some.every(
    ({ plantId, quotaM3 }, index) =>
      plantId === others[index]!.plantId && Math.abs(quotaM3 - others[index]!.quotaM3) <= SAME_M3,
  );

/** What each order of a day asks for at this moment. */
export const wantsOf = ({ orders, loads, returns }: Wanting): Required<OrderWant>[] =>
  orders.map(({ id, plannedM3, rateM3PerHour, state, divertedM3, plantQuotas }) => ({
    orderId: id,
    m3: plannedM3,
    rateM3PerHour,
    isWaiting: state === 'on_hold' || state === 'closed',
    isUncalled: state === 'will_call',
    divertedM3,
    quotas: plantQuotas.toSorted((one, other) => one.plantId.localeCompare(other.plantId)),
    refusedM3: [
      ...loads.filter(({ orderId }) => orderId === id).map(refusedM3Of),
      ...returns.filter(({ orderId }) => orderId === id).map(({ carriedM3 }) => carriedM3),
    ].reduce((sum, m3) => sum + m3, 0),
  }));

/**
 * What became of a day's orders since a plan was made for them: who asks for more or less, another
 * pace, waits or goes on, came, went, or refused concrete or had it sent back.
 *
 * @param planned what the plan was made for
 * @param reason who called and said so; empty when nobody did
 */
export function findOrderChanges(
  planned: readonly OrderWant[],
  now: Wanting,
  { at, reason }: { readonly at: string; readonly reason: string },
): OrderChange[] {
  const before = new Map(planned.map((want) => [want.orderId, want]));
  const said = { at, reason };
  const changes = wantsOf(now).flatMap((want): OrderChange[] => {
    const { orderId } = want;
    const was = before.get(orderId);
    before.delete(orderId);
    if (was === undefined) return [{ ...said, kind: 'order_added', orderId }];
    if (was.isWaiting !== want.isWaiting) {
      return [{ ...said, kind: want.isWaiting ? 'order_held' : 'order_resumed', orderId }];
    }
    const found: OrderChange[] = [];
    if (was.isUncalled !== undefined && was.isUncalled !== want.isUncalled) {
      found.push({ ...said, kind: want.isUncalled ? 'order_held' : 'order_called', orderId });
    }
    if (!isSameM3(was.m3, want.m3)) {
      const kind = want.m3 > was.m3 ? 'order_grown' : 'order_cut';
      found.push({ ...said, kind, orderId, from: was.m3, to: want.m3 });
    }
    if (was.rateM3PerHour !== want.rateM3PerHour) {
      const [from, to] = [was.rateM3PerHour, want.rateM3PerHour];
      found.push({ ...said, kind: 'order_paced', orderId, from, to });
    }
    if (want.refusedM3 > was.refusedM3 + SAME_M3) {
      const [from, to] = [was.refusedM3, want.refusedM3];
      found.push({ ...said, kind: 'order_refused', orderId, from, to });
    }
    if (want.divertedM3 > (was.divertedM3 ?? want.divertedM3) + SAME_M3) {
      const [from, to] = [was.divertedM3 ?? 0, want.divertedM3];
      found.push({ ...said, kind: 'order_diverted', orderId, from, to });
    }
    if (was.quotas !== undefined && !areSame(was.quotas, want.quotas)) {
      found.push({ ...said, kind: 'order_quotas', orderId });
    }
    return found;
  });
  const gone = [...before.keys()].map((orderId): OrderChange => {
    return { ...said, kind: 'order_cancelled', orderId };
  });
  return [...changes, ...gone];
}
