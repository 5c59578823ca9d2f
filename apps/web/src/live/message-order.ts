/**
 * Whether a live message is the next of its subscription, so that nothing was missed between.
 *
 * @param last number of the message before; null when a subscription has just begun
 */
export const followsWithoutGap = (last: number | null, next: number): boolean =>
  last === null ? next === 1 : next === last + 1;
