import {
  addMonths,
  gradeExamination,
  judgeEnrolment,
  judgeStatedResult,
} from './training-session.js';

const at = (clock: string) => new Date(`2026-11-27T${clock}:00+08:00`);
const session = { state: 'planned' as const, startsAt: at('09:00'), capacity: 30 };

describe('judgeEnrolment', () => {
  it.each([
    { enrolled: 0, wanted: 30, verdict: { ok: true }, why: 'as many as there are places' },
    {
      enrolled: 28,
      wanted: 3,
      verdict: { ok: false, code: 'TRAINING_SESSION_FULL', placesLeft: 2 },
      why: 'one too many',
    },
    {
      enrolled: 31,
      wanted: 1,
      verdict: { ok: false, code: 'TRAINING_SESSION_FULL', placesLeft: 0 },
      why: 'the capacity was cut after they enrolled',
    },
  ])('counts the places: $why', ({ enrolled, wanted, verdict }) => {
    expect(judgeEnrolment(session, enrolled, wanted, at('08:00'))).toEqual(verdict);
  });

  it.each([
    { state: 'planned' as const, clock: '08:59', ok: true, why: 'the minute before' },
    { state: 'planned' as const, clock: '09:00', ok: false, why: 'it has begun' },
    { state: 'cancelled' as const, clock: '08:00', ok: false, why: 'it is cancelled' },
    { state: 'held' as const, clock: '08:00', ok: false, why: 'its results are in' },
  ])('takes drivers until it starts: $why', ({ state, clock, ok }) => {
    expect(judgeEnrolment({ ...session, state }, 0, 1, at(clock)).ok).toBe(ok);
  });
});

describe('gradeExamination', () => {
  const limits = { passScore: 80, validMonths: 24 };

  it.each([
    { score: 79, hasPassed: false },
    { score: 80, hasPassed: true },
    { score: 100, hasPassed: true },
  ])('is passed from the limit on: $score', ({ score, hasPassed }) => {
    expect(gradeExamination({ kind: 'skill', score }, '2026-11-27', limits)).toEqual({
      kind: 'skill',
      score,
      hasPassed,
      passedOn: '2026-11-27',
      expiresOn: '2028-11-27',
    });
  });
});

describe('addMonths', () => {
  it.each([
    { on: '2026-11-27', months: 2, later: '2027-01-27', why: 'across the year' },
    { on: '2026-12-31', months: 2, later: '2027-02-28', why: 'into a shorter month' },
    { on: '2027-12-31', months: 2, later: '2028-02-29', why: 'into a leap February' },
    { on: '2026-01-31', months: 12, later: '2027-01-31', why: 'a whole year' },
  ])('keeps to the calendar: $why', ({ on, months, later }) => {
    expect(addMonths(on, months)).toBe(later);
  });
});

describe('judgeStatedResult', () => {
  const stated = {
    kind: 'skill',
    score: 80,
    hasPassed: true,
    passedOn: '2026-01-31',
    expiresOn: '2028-01-31',
  } as const;
  const limits = { passScore: 80, validMonths: 24 };

  it.each([
    { change: {}, verdict: { ok: true }, why: 'at both limits' },
    { change: { score: 79 }, verdict: { code: 'TRAINING_SCORE_TOO_LOW' }, why: 'a point less' },
    {
      change: { expiresOn: '2028-02-01' },
      verdict: { code: 'TRAINING_VALID_TOO_LONG', latestOn: '2028-01-31' },
      why: 'a day longer',
    },
    { change: { score: 10, hasPassed: false }, verdict: { ok: true }, why: 'failed' },
    { change: { score: 95, hasPassed: false }, verdict: { ok: true }, why: 'failed all the same' },
  ])('answers $verdict $why', ({ change, verdict }) => {
    expect(judgeStatedResult({ ...stated, ...change }, limits)).toMatchObject(verdict);
  });
});
