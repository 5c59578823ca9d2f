import { computeQuantile } from '@tongyun/durations';
import { addMinutes, groupBy, minutesBetween } from '@tongyun/kernel';

/** A load that was discharged, as it went and as the plan in force when it began had it. */
export interface ReviewedLoad {
  readonly operatingOn: string;
  readonly plantId: string;
  readonly plantName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly dueAt: Date;
  readonly loadStartAt: Date | null;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
  readonly roadKm: number | null;
  readonly drivenKm: number | null;
  /** Null when no released plan had it before it began. */
  readonly planned: PlannedTimes | null;
}

export interface PlannedTimes {
  readonly loadFromAt: Date;
  readonly loadToAt: Date;
  readonly arriveAt: Date;
  /** From here it holds a place: waiting of its own first, then discharge. */
  readonly dischargeFromAt: Date;
  readonly dischargeToAt: Date;
  /** Waiting at its place that the plan counted with, minutes. */
  readonly waitingMin: number;
}

/** Medians over the loads of which both are known. */
export interface Compared {
  readonly planned: number;
  readonly real: number;
  readonly loads: number;
}

export interface ReviewRow {
  readonly id: string;
  readonly name: string;
  readonly loads: number;
  readonly plannedLoads: number;
  /** Minutes later than planned, median; negative: earlier. */
  readonly loadStartLateMin: number | null;
  readonly loadingMin: Compared | null;
  readonly travelMin: Compared | null;
  readonly waitingMin: Compared | null;
  readonly dischargeMin: Compared | null;
  readonly onTimePct: number | null;
  readonly haulKm: Compared | null;
}

export type ReviewBy = 'plant' | 'site' | 'day';

/** Planned against real, plant by plant, site by site or day by day, in order of their names. */
export function reviewLoads(
  loads: readonly ReviewedLoad[],
  by: ReviewBy,
  lateFromMin: number,
): ReviewRow[] {
  const groups = groupBy(loads, (load) => named(load, by).id);
  return [...groups.values()]
    .map((group) => reviewTogether(named(group[0]!, by), group, lateFromMin))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}

/**
 * Planned against real over some loads, each figure over those of which both sides are known.
 *
 * @param lateFromMin minutes after due from which a load is not on time
 */
export function reviewTogether(
  { id, name }: { readonly id: string; readonly name: string },
  loads: readonly ReviewedLoad[],
  lateFromMin: number,
): ReviewRow {
  const lateBy = loads.flatMap(({ planned, loadStartAt }) =>
    planned && loadStartAt ? [minutesBetween(planned.loadFromAt, loadStartAt)] : [],
  );
  const arrived = loads.flatMap(({ arrivedAt, dueAt }) =>
    arrivedAt ? [{ arrivedAt, dueAt }] : [],
  );
  const onTime = arrived.filter(
    ({ arrivedAt, dueAt }) => arrivedAt <= addMinutes(dueAt, lateFromMin),
  );
  return {
    id,
    name,
    loads: loads.length,
    plannedLoads: loads.filter(({ planned }) => planned !== null).length,
    loadStartLateMin: lateBy.length === 0 ? null : medianOf(lateBy),
    loadingMin: compare(loads, ({ planned, loadStartAt, leftPlantAt }) => [
      planned && minutesBetween(planned.loadFromAt, planned.loadToAt),
      between(loadStartAt, leftPlantAt),
    ]),
    travelMin: compare(loads, ({ planned, leftPlantAt, arrivedAt }) => [
      planned && minutesBetween(planned.loadToAt, planned.arriveAt),
      between(leftPlantAt, arrivedAt),
    ]),
    waitingMin: compare(loads, ({ planned, arrivedAt, unloadStartAt }) => [
      planned && minutesBetween(planned.arriveAt, planned.dischargeFromAt) + planned.waitingMin,
      between(arrivedAt, unloadStartAt),
    ]),
    dischargeMin: compare(loads, ({ planned, unloadStartAt, unloadEndAt }) => [
      planned &&
        minutesBetween(planned.dischargeFromAt, planned.dischargeToAt) - planned.waitingMin,
      between(unloadStartAt, unloadEndAt),
    ]),
    onTimePct: arrived.length === 0 ? null : (onTime.length / arrived.length) * 100,
    haulKm: compare(loads, ({ roadKm, drivenKm }) => [roadKm, drivenKm]),
  };
}

function named(load: ReviewedLoad, by: ReviewBy): { id: string; name: string } {
  if (by === 'day') return { id: load.operatingOn, name: load.operatingOn };
  if (by === 'plant') return { id: load.plantId, name: load.plantName };
  return { id: load.siteId, name: load.siteName };
}

function compare(
  loads: readonly ReviewedLoad[],
  sidesOf: (load: ReviewedLoad) => readonly [planned: number | null, real: number | null],
): Compared | null {
  const both = loads.flatMap((load) => {
    const [planned, real] = sidesOf(load);
    return planned !== null && real !== null ? [{ planned, real }] : [];
  });
  if (both.length === 0) return null;
  return {
    planned: medianOf(both.map(({ planned }) => planned)),
    real: medianOf(both.map(({ real }) => real)),
    loads: both.length,
  };
}

const between = (from: Date | null, to: Date | null): number | null =>
  from && to ? minutesBetween(from, to) : null;

const medianOf = (values: readonly number[]): number => computeQuantile(values, 0.5);
