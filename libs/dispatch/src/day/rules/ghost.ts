import type { FactOrder } from './day-facts.js';

/** Whether an order waits for a call, the first or to go on: it is planned, and told to nobody. */
export const isGhost = ({ state }: Pick<FactOrder, 'state'>): boolean =>
  state === 'will_call' || state === 'on_hold';
