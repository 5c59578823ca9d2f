/** A duty of a driver, and how its vehicle was driven: as the judge follows it, times in ms since 1970. */
export interface DrivenDuty {
  readonly vehicleId: string;
  readonly clockInAt: Date;
  readonly clockOutAt: Date | null;
  /** When the vehicle was last heard of; null: never. */
  readonly fixAt: Date | null;
  readonly motion: {
    /** Where it came to a stop; null while it moves. */
    readonly stop: { readonly atMs: number } | null;
    /** Since when it is driven without a rest; null: it has rested since. */
    readonly drivenSinceMs: number | null;
    /** The operating day of `drivenMs`, `YYYY-MM-DD`. */
    readonly day: string;
    readonly drivenMs: number;
  } | null;
}

export interface DrivingTime {
  /** Whole minutes at the wheel without a rest; 0: he rests, or has not driven. */
  readonly sinceRestMin: number;
  /** Whole minutes at the wheel on the operating day. */
  readonly onDayMin: number;
}

/** The operating day that is summed up, and what makes a rest. */
export interface DrivingDay {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly beginsAt: Date;
  readonly restMin: number;
}

const MS_PER_MIN = 60_000;

/**
 * Computes how long a driver has driven, from how the vehicles were driven that he was on duty on.
 *
 * Since his last rest: over all of them, for who changes trucks has not rested. On the day: of each
 * vehicle no more than he was on duty on it, as one that several drove on a day does not say who drove
 * how long. A vehicle that is not heard of is not driven.
 */
export function computeDrivingTime(
  duties: readonly DrivenDuty[],
  { on, beginsAt, restMin }: DrivingDay,
  now: Date,
): DrivingTime {
  const sinceRestMs = duties.reduce((sum, duty) => sum + sinceRestOf(duty, restMin, now), 0);
  const vehicleIds = [...new Set(duties.map(({ vehicleId }) => vehicleId))];
  const onDayMs = vehicleIds
    .map((id) => duties.filter(({ vehicleId }) => vehicleId === id))
    .map((own) => {
      const motion = own[0]?.motion;
      const drivenMs = motion?.day === on ? motion.drivenMs : 0;
      return Math.min(
        drivenMs,
        own.reduce((sum, duty) => sum + onDutyMs(duty, beginsAt, now), 0),
      );
    })
    .reduce((sum, ms) => sum + ms, 0);
  return {
    sinceRestMin: Math.floor(sinceRestMs / MS_PER_MIN),
    onDayMin: Math.floor(onDayMs / MS_PER_MIN),
  };
}

/** From when he drove it without a rest until he stopped, left it, or it fell silent. */
function sinceRestOf(
  { clockInAt, clockOutAt, fixAt, motion }: DrivenDuty,
  restMin: number,
  now: Date,
): number {
  if (motion === null || motion.drivenSinceMs === null || fixAt === null) return 0;
  const until = Math.min(
    motion.stop?.atMs ?? fixAt.getTime(),
    clockOutAt?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  if (now.getTime() - until >= restMin * MS_PER_MIN) return 0;
  return Math.max(0, until - Math.max(motion.drivenSinceMs, clockInAt.getTime()));
}

const onDutyMs = ({ clockInAt, clockOutAt }: DrivenDuty, dayBeginsAt: Date, now: Date): number =>
  Math.max(0, (clockOutAt ?? now).getTime() - Math.max(clockInAt.getTime(), dayBeginsAt.getTime()));
