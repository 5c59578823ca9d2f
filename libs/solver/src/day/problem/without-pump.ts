import type { DayOrder, StartedLoad } from './day-problem.js';

/**
 * The loads of a pumped order that nothing takes as things stand: loaded, on their way or waiting, while no
 * pump is there or on its way. Empty for an order that is not pumped.
 *
 * @param nowSec seconds of the day; what is discharged by then is done with
 */
export const loadsWithoutPump = (
  { pumps, startedPumps, started }: Pick<DayOrder, 'pumps' | 'startedPumps' | 'started'>,
  nowSec: number,
): readonly StartedLoad[] =>
  pumps === 0 || startedPumps.length > 0
    ? []
    : started.filter(({ dischargeToSec }) => dischargeToSec > nowSec);
