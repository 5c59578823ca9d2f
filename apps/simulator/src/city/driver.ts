import { distanceM, type Wgs84, wgs84 } from '@tongyun/geo';
import type { TripView, VehicleView } from '@tongyun/contracts';
import type { Summary } from '../summary.js';
import type { DriverPhone } from './driver-phone.js';
import { type Dwells, findNextAct } from './next-act.js';
import type { Truck } from './truck.js';

export interface PlantFacts {
  readonly at: Wgs84;
  readonly limitM: number | null;
}

export interface DriverSurroundings {
  readonly vehicle: VehicleView;
  readonly truck: Truck;
  readonly summary: Summary;
  readonly dwells: Dwells;
  /** Seconds between two looks at the phone. */
  readonly lookEverySec: number;
  /** Read anew at every use: signing in may take its time. */
  now(): Date;
  plantOf(plantId: string): PlantFacts | null;
  /** The plant desk confirms what went into the drum. */
  batch(trip: TripView, now: Date): Promise<void>;
}

/** A driver who is refused tries again after so long. */
const RETRY_CHECK_IN_MS = 10 * 60_000;
const DETOUR_REACHED_M = 120;
const LOADED_STAGES: ReadonlySet<string> = new Set(['en_route', 'at_site', 'unloading']);

/** A driver on duty: looks at the phone, drives, waits and taps. */
export class Driver {
  private nextLookAtMs = 0;
  private nextCheckInAtMs = 0;
  private isBusy = false;
  private detour: Wgs84 | null = null;
  private askedForTrip = '';

  constructor(
    private readonly phone: DriverPhone,
    private readonly around: DriverSurroundings,
  ) {}

  /** Called every tick; looks at the phone when it is time and never twice at once. */
  tick(nowMs: number): void {
    if (this.isBusy || nowMs < this.nextLookAtMs) return;
    this.nextLookAtMs = nowMs + this.around.lookEverySec * 1_000;
    this.isBusy = true;
    void this.look()
      .catch((cause) => this.around.summary.countFailure(cause))
      .finally(() => (this.isBusy = false));
  }

  private async look(): Promise<void> {
    const taps = await this.phone.refresh(this.around.now());
    const now = this.around.now();
    if (taps > 0) this.around.summary.count(taps > 1 ? 'late taps' : 'taps', taps);
    if (!this.phone.isOnDuty) await this.checkIn(now);
    const { trip } = this.phone;
    if (this.phone.isOnDuty && trip) await this.work(trip, now);
  }

  private async checkIn(now: Date): Promise<void> {
    const { plateNo, plateColor } = this.around.vehicle;
    if (plateNo === null || plateColor === null || now.getTime() < this.nextCheckInAtMs) return;
    this.nextCheckInAtMs = now.getTime() + RETRY_CHECK_IN_MS;
    await this.phone.checkIn(plateNo, plateColor, now);
    this.around.summary.count('check-ins');
    await this.phone.refresh(now);
  }

  private async work(trip: TripView, now: Date): Promise<void> {
    const { truck, dwells } = this.around;
    const plant = this.around.plantOf(trip.plantId);
    if (plant === null) return;
    const site = wgs84(trip.sitePosition.lng, trip.sitePosition.lat);
    const { nextStage } = this.phone;
    const isBatched = trip.batchedAt !== null;
    truck.isLoaded = isBatched && LOADED_STAGES.has(trip.stage);

    const act = findNextAct(
      { nextStage, isBatched, plant: plant.at, site },
      truck.at,
      truck.stoodForSec,
      dwells,
    );
    if (act.kind === 'tap') {
      this.phone.tap(act.stage, now);
      truck.waitAnew();
    } else if (act.kind === 'drive') {
      truck.driveTo(this.viaDetour(trip, plant, act.to, act.goal));
    } else if (nextStage === 'en_route' && !isBatched && this.isHalfLoaded()) {
      await this.around.batch(trip, now);
      this.around.summary.count('batches');
      await this.phone.refresh(now);
    }
  }

  private isHalfLoaded(): boolean {
    return this.around.truck.stoodForSec >= this.around.dwells.loadingSec / 2;
  }

  private viaDetour(trip: TripView, plant: PlantFacts, to: Wgs84, goal: 'plant' | 'site'): Wgs84 {
    const { truck } = this.around;
    if (goal === 'site' && this.askedForTrip !== trip.id) {
      this.askedForTrip = trip.id;
      const run = { tripId: trip.id, plant: plant.at, site: to, limitM: plant.limitM };
      this.detour = truck.behaviour?.detour?.(run) ?? null;
    }
    if (this.detour && distanceM(truck.at, this.detour) < DETOUR_REACHED_M) this.detour = null;
    return goal === 'site' && this.detour ? this.detour : to;
  }
}
