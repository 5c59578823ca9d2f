import type { DayPlanView } from '@tongyun/contracts';

/** What a release has to tell, as far as the plan itself shows it. */
export interface ToBeTold {
  readonly loads: number;
  readonly pumpJobs: number;
  /** Drivers and pump operators who hear of something new. */
  readonly people: number;
  /** Told before; told again only where something has moved. */
  readonly toldLoads: number;
  /** Of orders that are not called or on hold: planned, but told to nobody. */
  readonly heldBack: number;
}

const NOT_TOLD: readonly string[] = ['will_call', 'on_hold', 'draft'];

/** Counts what people have not been told yet. */
export function toBeTold({ loads, pumpJobs, orders }: DayPlanView): ToBeTold {
  const waiting = new Set(
    orders.filter(({ state }) => NOT_TOLD.includes(state)).map(({ id }) => id),
  );
  const isNew = ({ state, orderId }: { readonly state: string; readonly orderId: string }) =>
    state === 'planned' && !waiting.has(orderId);
  const [newLoads, newJobs] = [loads.filter(isNew), pumpJobs.filter(isNew)];
  return {
    loads: newLoads.length,
    pumpJobs: newJobs.length,
    people: new Set([...newLoads, ...newJobs].map(({ driverId }) => driverId)).size,
    toldLoads: loads.filter(({ state }) => state === 'released').length,
    heldBack: loads.filter(({ orderId }) => waiting.has(orderId)).length,
  };
}
