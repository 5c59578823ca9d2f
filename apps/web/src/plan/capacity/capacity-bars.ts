import type { CapacityView } from '@tongyun/contracts';
import { groupBy } from '@tongyun/kernel';

type Hour = CapacityView['hours'][number];

/** A plant's day against what it can do. */
export interface PlantCapacity {
  readonly plantId: string;
  readonly plantName: string;
  readonly hours: readonly Hour[];
  /** The tallest thing of its chart: m³ an hour, at least 1. */
  readonly mostM3: number;
  readonly mostTrucks: number;
}

/** Trucks that could work in an hour, whoever owns them. */
export const trucksOf = (hour: Hour): number =>
  hour.trucksOwn + hour.trucksHired + hour.trucksLoaned;

/** Whether more is asked for than the lines or the trucks can do; it only warns. */
export const isShort = (hour: Hour): { readonly lines: boolean; readonly trucks: boolean } => ({
  lines: hour.demandM3 > hour.lineCapacityM3,
  trucks: hour.demandM3 > 0 && hour.trucksNeeded > trucksOf(hour),
});

/** The hours by plant, with the tallest value of each chart. */
export const byPlant = (hours: CapacityView['hours']): PlantCapacity[] =>
  [...groupBy(hours, ({ plantId }) => plantId)].map(([plantId, own]) => ({
    plantId,
    plantName: own[0]?.plantName ?? '',
    hours: own,
    mostM3: mostOf(own, (hour) => Math.max(hour.lineCapacityM3, hour.demandM3 + hour.willCallM3)),
    mostTrucks: mostOf(own, (hour) => Math.max(trucksOf(hour), hour.trucksNeeded)),
  }));

const mostOf = (hours: readonly Hour[], valueOf: (hour: Hour) => number): number =>
  hours.reduce((most, hour) => Math.max(most, valueOf(hour)), 1);
