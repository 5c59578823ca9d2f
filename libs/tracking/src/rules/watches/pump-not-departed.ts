import { watchOverdue } from './overdue.js';

/** A pump that has not set out though it would have to, to stand when the first truck comes. */
export const pumpNotDeparted = watchOverdue('pump_not_departed', 'warning', (state, context) => {
  const { pump } = state;
  if (pump?.stage !== 'released') return null;
  return { sinceMs: pump.departAtMs, limitMin: context.policy.pumpDepartureLateMin };
});
