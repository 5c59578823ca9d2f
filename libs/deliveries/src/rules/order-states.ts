export type OrderState =
  | 'draft'
  | 'firm'
  | 'will_call'
  | 'on_hold'
  | 'released'
  | 'pouring'
  | 'complete'
  | 'closed'
  | 'cancelled';

export type LoadState =
  'planned' | 'released' | 'on_trip' | 'delivered' | 'returned_part' | 'dropped';

/** What a person may make of an order; released, pouring and complete follow its trips. */
export type ChosenOrderState = 'firm' | 'will_call' | 'on_hold' | 'cancelled' | 'closed';

const MAY_BECOME: Readonly<Record<OrderState, readonly ChosenOrderState[]>> = {
  draft: ['firm', 'will_call', 'cancelled'],
  firm: ['will_call', 'on_hold', 'cancelled'],
  will_call: ['firm', 'on_hold', 'cancelled'],
  on_hold: ['firm', 'will_call', 'cancelled'],
  released: ['on_hold', 'cancelled'],
  pouring: ['on_hold', 'closed'],
  complete: ['closed'],
  closed: [],
  cancelled: [],
};

/** The states a person may choose next; empty when the order is over. */
export const findChosenStates = (state: OrderState): readonly ChosenOrderState[] =>
  MAY_BECOME[state];

/** Whether vehicles may be assigned to an order in this state. */
export const isAssignable = (state: OrderState): boolean =>
  state === 'firm' || state === 'released' || state === 'pouring' || state === 'complete';

const OPEN: readonly OrderState[] = ['firm', 'will_call', 'on_hold', 'released', 'pouring'];

/** Whether what is left of an order in this state may go on another day. */
export const mayCarryForward = (state: OrderState): boolean => OPEN.includes(state);

const FOLLOWS_LOADS: readonly OrderState[] = ['firm', 'released', 'pouring', 'complete'];

/**
 * The state an order has because of its loads; a state that a person chose stays.
 *
 * A load that went back to planned (refused, diverted, cancelled) re-opens a complete order, and so
 * does concrete that came back in part.
 *
 * @param isDischarging whether concrete of this order has begun to leave a drum
 * @param isShort whether less has stayed at the site than was ordered
 */
export function computeOrderState(
  state: OrderState,
  loads: readonly { readonly state: LoadState }[],
  isDischarging: boolean,
  isShort: boolean,
): OrderState {
  if (!FOLLOWS_LOADS.includes(state)) return state;
  const wanted = loads.filter((load) => load.state !== 'dropped');
  const isOver = (load: { readonly state: LoadState }) =>
    load.state === 'delivered' || load.state === 'returned_part';

  if (wanted.length > 0 && wanted.every(isOver)) return isShort ? 'pouring' : 'complete';
  if (isDischarging || wanted.some(isOver)) return 'pouring';
  return wanted.some((load) => load.state !== 'planned') ? 'released' : 'firm';
}
