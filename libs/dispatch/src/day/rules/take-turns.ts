import type { DayOrder } from '@tongyun/solver';
import type { FactOrder } from './day-facts.js';

const SEC_PER_HOUR = 3_600;

/**
 * How far apart an enterprise's trucks discharge where others bring a part of the same pour: it
 * leaves the site to them for as long as theirs take, and no cold joint forms while they come.
 *
 * @param loadM3 what one of its trucks brings, above 0
 * @param gapMaxSec the longest pause between any two discharges of the pour
 */
export function takeTurns(
  { plannedM3, jointTotalM3, rateM3PerHour }: FactOrder,
  loadM3: number,
  gapMaxSec: number,
): Pick<DayOrder, 'spacingSec' | 'gapMaxSec'> {
  if (plannedM3 <= 0 || jointTotalM3 <= plannedM3) return { spacingSec: 0, gapMaxSec };
  const ownSec = (loadM3 / rateM3PerHour) * SEC_PER_HOUR;
  const spacingSec = Math.round((ownSec * jointTotalM3) / plannedM3);
  return { spacingSec, gapMaxSec: gapMaxSec + Math.round(spacingSec - ownSec) };
}

/** How fast an enterprise brings its part of a pour, so that all who supply it end together, m³/h. */
export const paceOf = ({
  plannedM3,
  jointTotalM3,
  rateM3PerHour,
}: Pick<FactOrder, 'plannedM3' | 'jointTotalM3' | 'rateM3PerHour'>): number =>
  jointTotalM3 > plannedM3 ? (rateM3PerHour * plannedM3) / jointTotalM3 : rateM3PerHour;

/** The plants that may bring an order: with quotas among the enterprise's own, those and its first. */
export function sourcesOf(
  { plantId, sourcePlantIds, plantQuotas, plannedM3 }: FactOrder,
  plants: readonly { readonly id: string }[],
): { plant: number; maxM3: number }[] {
  const promisedM3 = plantQuotas.reduce((sum, { quotaM3 }) => sum + quotaM3, 0);
  return plants.flatMap(({ id }, plant) => {
    if (!sourcePlantIds.includes(id)) return [];
    if (plantQuotas.length === 0) return [{ plant, maxM3: Infinity }];
    const quota = plantQuotas.find((one) => one.plantId === id);
    if (quota) return [{ plant, maxM3: quota.quotaM3 }];
    return id === plantId ? [{ plant, maxM3: Math.max(0, plannedM3 - promisedM3) }] : [];
  });
}
