/** The fields of a session that these rules read. */
export interface SessionForEnrolment {
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly startsAt: Date;
  /** Most drivers that may be enrolled. */
  readonly capacity: number;
}

/** Whether places in a session can still be taken and given back: until the instant it starts. */
export const isOpenForEnrolment = (
  { state, startsAt }: Pick<SessionForEnrolment, 'state' | 'startsAt'>,
  now: Date,
): boolean => state === 'planned' && now < startsAt;

export type EnrolmentVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'TRAINING_SESSION_CLOSED' }
  | { readonly ok: false; readonly code: 'TRAINING_SESSION_FULL'; readonly placesLeft: number };

/**
 * Judges whether so many more drivers may be enrolled.
 *
 * A session is open until the instant it starts; one that is cancelled or over takes nobody.
 *
 * @param enrolled drivers who hold a place now
 * @param wanted further drivers, none of whom holds a place yet
 */
export function judgeEnrolment(
  session: SessionForEnrolment,
  enrolled: number,
  wanted: number,
  now: Date,
): EnrolmentVerdict {
  if (!isOpenForEnrolment(session, now)) return { ok: false, code: 'TRAINING_SESSION_CLOSED' };
  const placesLeft = Math.max(0, session.capacity - enrolled);
  if (wanted > placesLeft) return { ok: false, code: 'TRAINING_SESSION_FULL', placesLeft };
  return { ok: true };
}

export interface Examined {
  readonly kind: 'skill' | 'safety';
  /** Points out of 100. */
  readonly score: number;
}

export interface ExaminationLimits {
  /** Points out of 100 from which an examination is passed. */
  readonly passScore: number;
  /** Calendar months for which a passed examination counts. */
  readonly validMonths: number;
}

export interface Graded extends Examined {
  readonly hasPassed: boolean;
  readonly passedOn: string;
  readonly expiresOn: string;
}

/**
 * Grades one examination: both kinds are graded apart (R5), the limit itself is enough.
 *
 * @param on local calendar day of the examination, `YYYY-MM-DD`
 */
export const gradeExamination = (
  { kind, score }: Examined,
  on: string,
  { passScore, validMonths }: ExaminationLimits,
): Graded => ({
  kind,
  score,
  hasPassed: score >= passScore,
  passedOn: on,
  expiresOn: addMonths(on, validMonths),
});

export type StatedVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'TRAINING_SCORE_TOO_LOW' }
  | { readonly ok: false; readonly code: 'TRAINING_VALID_TOO_LONG'; readonly latestOn: string };

/**
 * Judges a result that is stated by itself and not graded here: nobody has passed below the limit,
 * and no examination counts for longer than one of that day does. Who failed by more than his score
 * has failed.
 */
export function judgeStatedResult(stated: Graded, limits: ExaminationLimits): StatedVerdict {
  const graded = gradeExamination(stated, stated.passedOn, limits);
  if (stated.hasPassed && !graded.hasPassed) return { ok: false, code: 'TRAINING_SCORE_TOO_LOW' };
  if (stated.hasPassed && stated.expiresOn > graded.expiresOn) {
    return { ok: false, code: 'TRAINING_VALID_TOO_LONG', latestOn: graded.expiresOn };
  }
  return { ok: true };
}

/**
 * The calendar day so many months later, `YYYY-MM-DD`; the last of the month where that day is not.
 *
 * @param on local calendar day, `YYYY-MM-DD`
 */
export function addMonths(on: string, months: number): string {
  const [year, month, dayOfMonth] = on.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}
