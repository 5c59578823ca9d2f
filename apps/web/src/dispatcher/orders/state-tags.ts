import type { LoadState, OrderState } from '@tongyun/contracts';

/** Tag colours; red stays free for violations. */
export const STATE_TAGS: Readonly<Record<OrderState, string>> = {
  draft: 'default',
  firm: 'blue',
  will_call: 'gold',
  on_hold: 'orange',
  released: 'geekblue',
  pouring: 'purple',
  complete: 'green',
  closed: 'default',
  cancelled: 'default',
};

export const LOAD_TAGS: Readonly<Record<LoadState, string>> = {
  planned: 'gold',
  released: 'blue',
  on_trip: 'purple',
  delivered: 'green',
  returned_part: 'orange',
  dropped: 'default',
};
