import type { DayPump, DayTruck } from '@tongyun/solver';
import { CITY } from './city-table.js';

const HOURS = 30;

/** A pour as it is offered to a customer. */
export interface Pour {
  readonly firstFromSec: number;
  readonly volumeM3: number;
  readonly m3PerHour: number;
  readonly cycleHours: number;
  readonly pumps: number;
  readonly reachM: number;
  readonly inZone: boolean;
}

/** Books trucks and pumps by the hour, as an enterprise's sales desk does before it promises a time. */
export class SalesDesk {
  private readonly trucksOnDuty: readonly number[];
  private readonly trucksBooked = emptyDay();
  private readonly inZoneOnDuty: readonly number[];
  private readonly inZoneBooked = emptyDay();
  private readonly pumpsBooked: { readonly reachM: number; readonly byHour: number[] }[];

  constructor(trucks: readonly DayTruck[], pumps: readonly DayPump[]) {
    const count = (mayGo: (truck: DayTruck, atSec: number) => boolean) =>
      Array.from({ length: HOURS }, (_, hour) => {
        const at = (hour + 0.5) * 3_600;
        return trucks.filter((truck) => mayGo(truck, at)).length;
      });
    this.trucksOnDuty = count(onDuty);
    this.inZoneOnDuty = count(
      (truck, at) =>
        onDuty(truck, at) &&
        truck.zoneSpans[0]!.some(
          ({ fromSec, toSec }) => fromSec <= at - 1_800 && at + 1_800 <= toSec,
        ),
    );
    this.pumpsBooked = pumps.map(({ reachM }) => ({
      reachM,
      byHour: emptyDay(),
    }));
  }

  /** The offer with most trucks free among those with a pump free; by the chute when there is none. */
  bestOf(pours: readonly Pour[]): Pour {
    const pumpable = pours.filter((pour) => this.freePumps(pour).length >= pour.pumps);
    const offers = pumpable.length > 0 ? pumpable : pours.map((pour) => ({ ...pour, pumps: 0 }));
    return offers.reduce((best, pour) => (this.peak(pour) < this.peak(best) ? pour : best));
  }

  /** Share of the trucks on duty that would be out in the busiest hour of a pour. */
  private peak(pour: Pour): number {
    const need = trucksFor(pour);
    const shares = truckHours(pour).flatMap((hour) => [
      (this.trucksBooked[hour]! + need) / Math.max(this.trucksOnDuty[hour]!, 0.1),
      pour.inZone ? (this.inZoneBooked[hour]! + need) / Math.max(this.inZoneOnDuty[hour]!, 0.1) : 0,
    ]);
    return Math.max(...shares);
  }

  book(pour: Pour): void {
    for (const hour of truckHours(pour)) {
      this.trucksBooked[hour]! += trucksFor(pour);
      if (pour.inZone) this.inZoneBooked[hour]! += trucksFor(pour);
    }
    for (const pump of this.freePumps(pour).slice(0, pour.pumps)) {
      for (const hour of pumpHours(pour)) pump.byHour[hour] = 1;
    }
  }

  private freePumps(pour: Pour) {
    return this.pumpsBooked
      .filter(
        ({ reachM, byHour }) =>
          reachM >= pour.reachM && pumpHours(pour).every((hour) => byHour[hour] === 0),
      )
      .toSorted((one, other) => one.reachM - other.reachM);
  }
}

const emptyDay = (): number[] => Array.from({ length: HOURS }, () => 0);

/** The last hour of a duty is the way home. */
const onDuty = ({ duty }: DayTruck, atSec: number): boolean =>
  duty.fromSec <= atSec && atSec < duty.toSec - 3_600;

const hours = (fromHour: number, toHour: number): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(toHour) - Math.floor(fromHour)) }, (_, at) =>
    Math.min(Math.max(Math.floor(fromHour) + at, 0), HOURS - 1),
  );

const endHour = ({ firstFromSec, volumeM3, m3PerHour }: Pour): number =>
  firstFromSec / 3_600 + volumeM3 / m3PerHour;

const truckHours = (pour: Pour): number[] =>
  hours(pour.firstFromSec / 3_600 - pour.cycleHours / 2, endHour(pour) + pour.cycleHours / 2);

const pumpHours = (pour: Pour): number[] =>
  hours(
    pour.firstFromSec / 3_600 - CITY.orders.pumpAheadHours,
    endHour(pour) + CITY.orders.pumpAfterHours,
  );

const trucksFor = ({ volumeM3, m3PerHour, cycleHours }: Pour): number =>
  Math.min(volumeM3, m3PerHour * cycleHours) / CITY.meanLoadM3;
