import { addMinutes } from '@tongyun/kernel';
import { type LoadKind, productOf } from './product.js';
import type { SplitLoad } from './split-into-loads.js';

/** The fields of an order that this rule reads. */
export interface PrimedPour {
  readonly grade: string;
  /** Mortar that goes through the pumps first, m³; 0: none. */
  readonly primingM3: number;
  readonly rateM3PerHour: number;
  readonly firstOnSiteAt: Date;
}

export interface OrderedLoad extends SplitLoad {
  readonly kind: LoadKind;
}

const MIN_PER_HOUR = 60;

/**
 * Says what each load of an order is, and puts the mortar that primes its pumps before them, when it
 * asks for some: one load for all of them, due first; the others come as much later as it takes.
 *
 * @param loads of the ordered volume, in due order
 */
export function primePump(order: PrimedPour, loads: readonly SplitLoad[]): OrderedLoad[] {
  const kind = productOf(order.grade);
  if (order.primingM3 === 0) return loads.map((load) => ({ ...load, kind }));
  const priming: OrderedLoad = {
    loadNo: 1,
    plannedM3: order.primingM3,
    dueAt: order.firstOnSiteAt,
    kind: 'priming_mortar',
  };
  const laterMin = Math.ceil((order.primingM3 / order.rateM3PerHour) * MIN_PER_HOUR);
  const others = loads.map(({ loadNo, plannedM3, dueAt }) => ({
    loadNo: loadNo + 1,
    plannedM3,
    dueAt: addMinutes(dueAt, laterMin),
    kind,
  }));
  return [priming, ...others];
}
