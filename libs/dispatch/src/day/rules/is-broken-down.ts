import { findOutages } from './find-outages.js';
import type { ContentEvent } from './plan-content.js';

/** Whether a truck, pump or line is down at an instant: until when is not known, or has not come. */
export const isBrokenDown = (
  events: readonly ContentEvent[],
  id: string | null,
  at: Date,
): boolean =>
  findOutages(events).some(
    ({ itemId, until }) => itemId === id && (until === null || new Date(until) > at),
  );
