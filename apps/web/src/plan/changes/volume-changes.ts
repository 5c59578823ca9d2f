import type { DayPlanView } from '@tongyun/contracts';

/** An order that gets another number of loads or another volume than before. */
export interface VolumeChange {
  readonly orderId: string;
  readonly fromLoads: number;
  readonly toLoads: number;
  readonly fromM3: number;
  readonly toM3: number;
}

type Planned = Pick<DayPlanView, 'loads' | 'unserved'>;

/** Orders that were cut, grown or put on hold; those served at only one of the two times are not among them. */
export function volumeChanges(before: Planned, after: Planned): VolumeChange[] {
  const apart = new Set([...before.unserved, ...after.unserved].map(({ orderId }) => orderId));
  const ids = new Set([...before.loads, ...after.loads].map(({ orderId }) => orderId));
  return [...ids].flatMap((orderId) => {
    if (apart.has(orderId)) return [];
    const [was, is] = [sumOf(before, orderId), sumOf(after, orderId)];
    if (was.loads === is.loads && was.m3 === is.m3) return [];
    return [{ orderId, fromLoads: was.loads, toLoads: is.loads, fromM3: was.m3, toM3: is.m3 }];
  });
}

function sumOf({ loads }: Planned, orderId: string) {
  const own = loads.filter((load) => load.orderId === orderId);
  return { loads: own.length, m3: own.reduce((sum, { m3 }) => sum + m3, 0) };
}
