import type { ContentEvent } from './plan-content.js';

/** Stored events have no ids: two that say the same are the same. */
export const eventKey = (event: ContentEvent): string =>
  JSON.stringify(Object.entries(event).toSorted(([one], [other]) => one.localeCompare(other)));
