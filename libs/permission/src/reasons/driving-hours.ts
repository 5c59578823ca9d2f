import type { DriverFact, DrivingFact } from '../facts.js';
import type { Finding, JudgedCase, ReasonRule } from '../judged-case.js';
import type { Sentence } from '../reason.js';

/**
 * The driver has driven as long as he may: 4 h without a stop of 20 min (implementing regulation of the
 * Road Traffic Safety Law §62(7)), which nobody overrides, or the day's limit, which is policy's own.
 * Work that would take him beyond the day's limit is a notice.
 */
export const judgeDrivingHours: ReasonRule = (judged) => {
  const { driver } = judged.facts;
  const driving = driver?.driving;
  if (!driver || !driving) return [];
  const { sinceRestMin, sinceRestLimitMin, restMin, onDayMin, onDayLimitMin, aheadMin } = driving;
  const { name } = driver;
  const found = (finding: Pick<Finding, 'effect' | 'sentence' | 'overridableBy'>): Finding[] => [
    {
      ...finding,
      code: 'driving_hours',
      compared: comparedOf(driver, driving),
      during: all(judged),
    },
  ];
  if (sinceRestMin >= sinceRestLimitMin) {
    return found({
      effect: 'forbids_work',
      sentence: {
        'zh-CN': `驾驶员${name}已连续驾驶 ${sinceRestMin} 分钟，须停车休息 ${restMin} 分钟以上`,
        en: `Driver ${name} has driven ${sinceRestMin} min without a rest and must stop for ${restMin} min`,
      },
      overridableBy: [],
    });
  }
  if (onDayMin >= onDayLimitMin) {
    return found({
      effect: 'forbids_work',
      sentence: dayWords(name, '今日已驾驶', 'has driven', onDayMin, onDayLimitMin),
      overridableBy: ['dispatcher'],
    });
  }
  if (onDayMin + aheadMin <= onDayLimitMin) return [];
  return found({
    effect: 'notice',
    sentence: dayWords(
      name,
      '本趟后今日将驾驶',
      'will have driven',
      onDayMin + aheadMin,
      onDayLimitMin,
    ),
    overridableBy: [],
  });
};

const all = ({ window }: JudgedCase) => [window];

const dayWords = (
  name: string,
  zh: string,
  en: string,
  minutes: number,
  limitMin: number,
): Sentence => ({
  'zh-CN': `驾驶员${name}${zh} ${minutes} 分钟，限 ${limitMin} 分钟`,
  en: `Driver ${name} ${en} ${minutes} min today, where ${limitMin} are allowed`,
});

const comparedOf = (
  { driverId, name }: DriverFact,
  { sinceRestMin, sinceRestLimitMin, restMin, onDayMin, onDayLimitMin, aheadMin }: DrivingFact,
): Record<string, unknown> => ({
  driverId,
  driverName: name,
  sinceRestMin,
  sinceRestLimitMin,
  restMin,
  onDayMin,
  onDayLimitMin,
  aheadMin,
});
