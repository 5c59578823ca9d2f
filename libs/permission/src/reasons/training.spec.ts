import { aDriver, at, on, someFacts } from '../../../../test/support/permission-facts.js';
import type { DriverFact, TrainingFact } from '../facts.js';
import { judge } from '../judge.js';

const morning = { from: at('09:00'), to: at('11:00') };
const safety: TrainingFact = {
  kind: 'safety',
  hasPassed: true,
  passedOn: '2026-01-10',
  expiresOn: '2027-01-09',
};
const skill: TrainingFact = { ...safety, kind: 'skill' };
const judgeDriver = (driver: DriverFact | null, interval = morning) =>
  judge(someFacts({ driver, zones: [] }), interval);

describe('training', () => {
  it.each([
    { why: 'both in force', trainings: [skill, safety], codes: [] },
    { why: 'no skill', trainings: [safety], codes: ['untrained_skill'] },
    { why: 'no safety', trainings: [skill], codes: ['untrained_safety'] },
    { why: 'neither', trainings: [], codes: ['untrained_skill', 'untrained_safety'] },
    {
      why: 'skill failed',
      trainings: [{ ...skill, hasPassed: false }, safety],
      codes: ['untrained_skill'],
    },
    {
      why: 'failed once more while the first result is in force',
      trainings: [skill, { ...skill, hasPassed: false, passedOn: '2026-10-01' }, safety],
      codes: [],
    },
    {
      why: 'safety run out the day before',
      trainings: [skill, { ...safety, expiresOn: '2026-11-22' }],
      codes: ['training_expired'],
    },
    {
      why: 'safety in force from tomorrow on',
      trainings: [skill, { ...safety, passedOn: '2026-11-24' }],
      codes: ['untrained_safety'],
    },
    {
      why: 'run out, then passed again',
      trainings: [
        skill,
        { ...safety, expiresOn: '2026-10-01' },
        { ...safety, passedOn: '2026-11-23' },
      ],
      codes: [],
    },
  ])('with $why: $codes', ({ trainings, codes }) => {
    expect(judgeDriver(aDriver({ trainings })).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    { to: on('2026-11-24', '00:00'), count: 0, why: 'until midnight of its last day' },
    { to: on('2026-11-24', '00:01'), count: 1, why: 'and not a minute longer' },
  ])('counts $why, by the local clock', ({ to, count }) => {
    const driver = aDriver({ trainings: [skill, { ...safety, expiresOn: '2026-11-23' }] });

    expect(judgeDriver(driver, { from: at('22:00'), to })).toHaveLength(count);
  });

  it('says what ran out and when; nobody may override it', () => {
    const driver = aDriver({ trainings: [skill, { ...safety, expiresOn: '2026-11-22' }] });

    expect(judgeDriver(driver)).toMatchObject([
      {
        effect: 'forbids_work',
        sentence: {
          'zh-CN': '驾驶员陈建国的上岗安全培训有效期至 2026-11-22',
          en: 'The safety training of driver 陈建国 was valid through 2026-11-22',
        },
        compared: { driverId: 'driver-1', kind: 'safety', expiresOn: '2026-11-22' },
        overridableBy: [],
      },
    ]);
  });

  it('is not asked about when no driver is', () => {
    expect(judgeDriver(null)).toEqual([]);
  });
});

describe('duty', () => {
  it.each([
    { isOnDuty: true, codes: [] },
    { isOnDuty: null, codes: [] },
    { isOnDuty: false, codes: ['driver_off_duty'] },
  ])('$isOnDuty gives $codes', ({ isOnDuty, codes }) => {
    expect(judgeDriver(aDriver({ isOnDuty })).map(({ code }) => code)).toEqual(codes);
  });
});
