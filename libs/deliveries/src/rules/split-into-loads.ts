import { addMinutes } from '@tongyun/kernel';
import { roundM3, SMALLEST_M3 } from './volume.js';

/** The fields of an order that this rule reads. */
export interface PourDemand {
  readonly plannedM3: number;
  /** How fast the site takes concrete. */
  readonly rateM3PerHour: number;
  readonly firstOnSiteAt: Date;
}

export interface SplitLoad {
  /** 1, 2, 3 … in the order they are due. */
  readonly loadNo: number;
  readonly plannedM3: number;
  readonly dueAt: Date;
}

const MIN_PER_HOUR = 60;
const sumOf = (volumes: readonly number[]): number => volumes.reduce((sum, one) => sum + one, 0);

/**
 * Splits an order into loads that drums can carry: as few loads as possible, then the least
 * empty drum, with the remainder in the last load and due times that follow the site's rate.
 *
 * Every drum goes out as often as every other, so one large truck does not make all loads large.
 *
 * @param drumCapacitiesM3 one entry for each mixer that may serve, m³, each above 0
 * @returns the loads in due order; empty when there is no drum
 */
export function splitIntoLoads(
  demand: PourDemand,
  drumCapacitiesM3: readonly number[],
): SplitLoad[] {
  if (drumCapacitiesM3.length === 0) return [];
  const chosen = chooseDrums(demand.plannedM3, drumCapacitiesM3);
  const spread = spreadEvenly(chosen);
  const emptyM3 = roundM3(sumOf(spread) - demand.plannedM3);
  const volumes = [...spread.slice(0, -1), roundM3(spread.at(-1)! - emptyM3)];

  let beforeM3 = 0;
  return volumes.map((plannedM3, index) => {
    const dueMin = (beforeM3 / demand.rateM3PerHour) * MIN_PER_HOUR;
    beforeM3 += plannedM3;
    return {
      loadNo: index + 1,
      plannedM3,
      dueAt: addMinutes(demand.firstOnSiteAt, Math.round(dueMin)),
    };
  });
}

/** Takes the largest drums until the volume is covered, then trades down where that still covers. */
function chooseDrums(volumeM3: number, capacities: readonly number[]): number[] {
  const rounds = Math.ceil(volumeM3 / sumOf(capacities));
  const offered = Array.from({ length: rounds }, () => capacities)
    .flat()
    .toSorted((one, other) => other - one);

  const chosen: number[] = [];
  let coveredM3 = 0;
  while (coveredM3 < volumeM3 - SMALLEST_M3) {
    const next = offered[chosen.length]!;
    chosen.push(next);
    coveredM3 += next;
  }
  tradeDown(chosen, offered.slice(chosen.length), coveredM3 - volumeM3);
  return chosen;
}

/** Exchanges a drum for a smaller spare one, the largest saving first, until none saves more. */
function tradeDown(chosen: number[], spare: number[], emptyM3: number): void {
  let leftM3 = emptyM3;
  for (;;) {
    const trade = findBestTrade(chosen, spare, leftM3);
    if (!trade) return;
    const { from, to, savedM3 } = trade;
    spare.splice(spare.indexOf(to), 1, from);
    chosen.splice(chosen.indexOf(from), 1, to);
    leftM3 -= savedM3;
  }
}

function findBestTrade(chosen: readonly number[], spare: readonly number[], emptyM3: number) {
  let best: { from: number; to: number; savedM3: number } | null = null;
  for (const from of new Set(chosen)) {
    for (const to of new Set(spare)) {
      const savedM3 = from - to;
      const isPossible = savedM3 > SMALLEST_M3 && savedM3 <= emptyM3 + SMALLEST_M3;
      if (isPossible && savedM3 > (best?.savedM3 ?? 0)) best = { from, to, savedM3 };
    }
  }
  return best;
}

/** Mixes the sizes over the pour, so that small drums do not stand idle until the large are used. */
function spreadEvenly(drums: readonly number[]): number[] {
  const countOf = new Map<number, number>();
  for (const drum of drums) countOf.set(drum, (countOf.get(drum) ?? 0) + 1);
  const placed = [...countOf].flatMap(([capacityM3, count]) =>
    Array.from({ length: count }, (_, index) => ({ capacityM3, place: (index + 0.5) / count })),
  );
  return placed
    .toSorted((one, other) => one.place - other.place || other.capacityM3 - one.capacityM3)
    .map(({ capacityM3 }) => capacityM3);
}
