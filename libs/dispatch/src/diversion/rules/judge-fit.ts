import { minutesBetween } from '@tongyun/kernel';
import { compareGrades } from './compare-grades.js';

/** Concrete in a drum, as it was batched. */
export interface DrumOfConcrete {
  readonly grade: string;
  readonly slumpMm: number;
  readonly carriedM3: number;
  /** Null: nobody recorded the batch, so its age is not known. */
  readonly batchedAt: Date | null;
  /** Minutes from batching by which the drum has to be empty. */
  readonly lifeMin: number;
}

/** Where it could go, and how long that takes. */
export interface PlaceForConcrete {
  /** Null where it is not poured: a plant that takes it back. */
  readonly order: {
    readonly grade: string;
    readonly slumpMm: number;
    readonly openM3: number;
  } | null;
  readonly travelMin: number;
  /** Until the trucks that stand there have discharged. */
  readonly waitMin: number;
  readonly setupMin: number;
  readonly dischargeMinPerM3: number;
}

export interface AgeFigures {
  readonly dischargeMin: number;
  /** Null: not known. */
  readonly ageNowMin: number | null;
  readonly ageAtEndMin: number | null;
}

export type FitCode =
  | 'grade_too_low'
  | 'grade_lacks_marks'
  | 'slump_outside_tolerance'
  | 'age_unknown'
  | 'age_too_short'
  | 'volume_not_needed';

export interface FitReason {
  readonly code: FitCode;
  readonly sentence: { readonly 'zh-CN': string; readonly en: string };
}

const SMALLEST_M3 = 0.005;
const whole = (minutes: number): number => Math.round(minutes);

/** How old the concrete is now and when the drum would be empty at a place, minutes. */
export function computeAge(
  { carriedM3, batchedAt }: DrumOfConcrete,
  { order, travelMin, waitMin, setupMin, dischargeMinPerM3 }: PlaceForConcrete,
  now: Date,
): AgeFigures {
  const dischargeMin = order === null ? 0 : carriedM3 * dischargeMinPerM3;
  if (batchedAt === null) return { dischargeMin, ageNowMin: null, ageAtEndMin: null };
  const ageNowMin = minutesBetween(batchedAt, now);
  const onSiteMin = order === null ? 0 : waitMin + setupMin + dischargeMin;
  return { dischargeMin, ageNowMin, ageAtEndMin: ageNowMin + travelMin + onSiteMin };
}

/**
 * Judges whether concrete fits a place: grade, slump, volume, and age at the end of discharge. All
 * that stands against it is told. What goes back to a plant always fits.
 */
export function judgeFit(
  drum: DrumOfConcrete,
  place: PlaceForConcrete,
  slumpToleranceMm: number,
  now: Date,
): FitReason[] {
  const { order } = place;
  if (order === null) return [];
  return [
    ...judgeGrade(drum.grade, order.grade),
    ...judgeSlump(drum.slumpMm, order.slumpMm, slumpToleranceMm),
    ...judgeVolume(drum.carriedM3, order.openM3),
    ...judgeAge(drum, computeAge(drum, place, now)),
  ];
}

function judgeGrade(carried: string, ordered: string): FitReason[] {
  const fit = compareGrades(carried, ordered);
  if (fit.is === 'too_low') {
    return [
      {
        code: 'grade_too_low',
        sentence: {
          'zh-CN': `车上是 ${carried}，该单要 ${ordered}`,
          en: `The drum holds ${carried}, the order asks for ${ordered}`,
        },
      },
    ];
  }
  if (fit.is !== 'lacks_marks') return [];
  const marks = fit.marks.join(' ');
  return [
    {
      code: 'grade_lacks_marks',
      sentence: {
        'zh-CN': `车上的 ${carried} 不满足 ${marks}`,
        en: `The ${carried} in the drum does not satisfy ${marks}`,
      },
    },
  ];
}

function judgeSlump(carriedMm: number, orderedMm: number, toleranceMm: number): FitReason[] {
  const apartMm = Math.abs(carriedMm - orderedMm);
  if (apartMm <= toleranceMm) return [];
  return [
    {
      code: 'slump_outside_tolerance',
      sentence: {
        'zh-CN': `坍落度 ${carriedMm} mm，该单 ${orderedMm} mm，差 ${apartMm} mm，允许 ±${toleranceMm} mm`,
        en: `Slump ${carriedMm} mm against ${orderedMm} mm: ${apartMm} mm apart, ±${toleranceMm} mm allowed`,
      },
    },
  ];
}

function judgeVolume(carriedM3: number, openM3: number): FitReason[] {
  if (carriedM3 <= openM3 + SMALLEST_M3) return [];
  return [
    {
      code: 'volume_not_needed',
      sentence: {
        'zh-CN': `车上 ${carriedM3.toFixed(2)} m³，该单只还要 ${openM3.toFixed(2)} m³`,
        en: `The drum holds ${carriedM3.toFixed(2)} m³, the order needs only ${openM3.toFixed(2)} m³ more`,
      },
    },
  ];
}

function judgeAge({ lifeMin }: DrumOfConcrete, { ageAtEndMin }: AgeFigures): FitReason[] {
  if (ageAtEndMin === null) {
    return [
      {
        code: 'age_unknown',
        sentence: {
          'zh-CN': '没有出料记录，不知混凝土已多久',
          en: 'No batch is on record, so the age of the concrete is not known',
        },
      },
    ];
  }
  if (ageAtEndMin <= lifeMin) return [];
  return [
    {
      code: 'age_too_short',
      sentence: {
        'zh-CN': `卸完时已 ${whole(ageAtEndMin)} 分钟，限 ${whole(lifeMin)} 分钟`,
        en: `It would be ${whole(ageAtEndMin)} minutes old when discharged, ${whole(lifeMin)} are allowed`,
      },
    },
  ];
}
