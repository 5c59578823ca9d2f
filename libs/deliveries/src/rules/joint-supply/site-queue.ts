/** A load of a pour as its site's queue sees it, whoever brings it. */
export interface QueuedLoad {
  readonly plannedM3: number;
  /** When it was last expected; what has happened goes before it. */
  readonly dueAt: Date;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
}

/** A load in the queue, and the pause of the site before it. */
export type LoadInTurn<Load extends QueuedLoad> = Load & {
  /** When its concrete leaves the drum, or is expected to. */
  readonly fromAt: Date;
  readonly toAt: Date;
  /** Minutes from the end of the one before; 0 for the first, and where they overlap. */
  readonly gapMin: number;
  /** The concrete below may have set by then. */
  readonly isGapTooLong: boolean;
};

const MS_PER_MIN = 60_000;
const MIN_PER_HOUR = 60;

/**
 * The one queue of a pour that several plants bring: all loads in the order in which they discharge,
 * each with the pause before it.
 *
 * @param rateM3PerHour how fast the site takes concrete, m³/h, above 0
 * @param gapMaxMin the longest pause that makes no cold joint
 */
export function queueUp<Load extends QueuedLoad>(
  loads: readonly Load[],
  rateM3PerHour: number,
  gapMaxMin: number,
): LoadInTurn<Load>[] {
  const timed = loads
    .map((load) => {
      const fromAt = load.unloadStartAt ?? load.arrivedAt ?? load.dueAt;
      const lastsMs = (load.plannedM3 / rateM3PerHour) * MIN_PER_HOUR * MS_PER_MIN;
      return { load, fromAt, toAt: load.unloadEndAt ?? new Date(fromAt.getTime() + lastsMs) };
    })
    .toSorted((one, other) => +one.fromAt - +other.fromAt);
  let endsAt: Date | null = null;
  return timed.map(({ load, fromAt, toAt }) => {
    const gapMin: number =
      endsAt === null ? 0 : Math.max(0, Math.round((+fromAt - +endsAt) / MS_PER_MIN));
    if (endsAt === null || toAt > endsAt) endsAt = toAt;
    return { ...load, fromAt, toAt, gapMin, isGapTooLong: gapMin > gapMaxMin };
  });
}
