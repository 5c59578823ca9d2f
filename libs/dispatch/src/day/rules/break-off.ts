import type { DayOrder } from '@tongyun/solver';

/**
 * A pour that was broken off until a second of the day: the pause in which that lies may be any, and
 * of several such pauses only the last can have something planned after it. One that has not begun
 * has no pause.
 */
export const breakOff = <Order extends Pick<DayOrder, 'started' | 'brokenOffSec'>>(
  order: Order,
  sec: number,
): Order =>
  order.started.length === 0 || sec <= (order.brokenOffSec ?? -Infinity)
    ? order
    : { ...order, brokenOffSec: sec };

/** When the last of what an order has begun is discharged; −Infinity: nothing has. */
export const lastBegunSec = ({ started }: Pick<DayOrder, 'started'>): number =>
  Math.max(-Infinity, ...started.map(({ dischargeToSec }) => dischargeToSec));
