import { aDriver, at, someFacts } from '../../../../test/support/permission-facts.js';
import type { DrivingFact } from '../facts.js';
import { judge } from '../judge.js';

const limits = { sinceRestLimitMin: 240, restMin: 20, onDayLimitMin: 480 };
const reasonsOf = (driven: Partial<DrivingFact> | null) => {
  const driving = driven && { ...limits, sinceRestMin: 0, onDayMin: 0, aheadMin: 0, ...driven };
  const facts = someFacts({ driver: aDriver({ driving }) });
  return judge(facts, { from: at('09:00'), to: at('11:00') });
};

describe('driving hours', () => {
  it.each([
    { why: 'not asked', driven: null, told: [] },
    { why: 'a minute short of both', driven: { sinceRestMin: 239, onDayMin: 479 }, told: [] },
    {
      why: 'four hours without a rest, which nobody overrides',
      driven: { sinceRestMin: 240, onDayMin: 240 },
      told: ['driving_hours forbids_work by nobody'],
    },
    {
      why: 'eight hours on the day',
      driven: { onDayMin: 480 },
      told: ['driving_hours forbids_work by dispatcher'],
    },
    {
      why: 'work that ends at the limit',
      driven: { onDayMin: 400, aheadMin: 80 },
      told: [],
    },
    {
      why: 'work that goes beyond it',
      driven: { onDayMin: 400, aheadMin: 81 },
      told: ['driving_hours notice by nobody'],
    },
  ])('$why: $told', ({ driven, told }) => {
    expect(
      reasonsOf(driven).map(
        ({ code, effect, overridableBy }) =>
          `${code} ${effect} by ${overridableBy.join() || 'nobody'}`,
      ),
    ).toEqual(told);
  });

  it('say how long he drove and how long he must stop', () => {
    expect(reasonsOf({ sinceRestMin: 251 })[0]).toMatchObject({
      sentence: {
        'zh-CN': '驾驶员陈建国已连续驾驶 251 分钟，须停车休息 20 分钟以上',
        en: 'Driver 陈建国 has driven 251 min without a rest and must stop for 20 min',
      },
      compared: { sinceRestMin: 251, sinceRestLimitMin: 240 },
    });
  });
});
