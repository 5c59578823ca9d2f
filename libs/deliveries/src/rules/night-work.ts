import type { Interval } from '@tongyun/kernel';
import { type DailyHours, spansInHours, without } from '@tongyun/permission';

/** The fields of a site that this rule reads. */
export interface QuietSite {
  /** People live beside it: work at night needs a permit. */
  readonly isNoiseSensitive: boolean;
}

/** A permit for work at night on a site. */
export interface NightPermitFact {
  readonly validFrom: Date;
  readonly validTo: Date;
}

export type NightWork =
  | { readonly state: 'unrestricted' | 'by_day' | 'permitted'; readonly from: null }
  | { readonly state: 'without_permit'; readonly from: Date };

/**
 * Judges whether a pour keeps the neighbours of a site awake (R46).
 *
 * @param pour from the first concrete to the last
 * @param night local hours of the night, as the policy has them
 * @returns `from`: the first instant of the pour at night that no permit covers
 */
export function judgeNightWork(
  { isNoiseSensitive }: QuietSite,
  pour: Interval,
  night: DailyHours,
  permits: readonly NightPermitFact[],
  timeZone: string,
): NightWork {
  if (!isNoiseSensitive) return { state: 'unrestricted', from: null };
  const atNight = spansInHours([night], pour, timeZone);
  if (atNight.length === 0) return { state: 'by_day', from: null };
  const permitted = permits.map(({ validFrom, validTo }) => ({ from: validFrom, to: validTo }));
  const [first] = without(atNight, permitted);
  return first ? { state: 'without_permit', from: first.from } : { state: 'permitted', from: null };
}
