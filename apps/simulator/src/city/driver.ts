import { distanceM, type Wgs84, wgs84 } from '@tongyun/geo';
import type { TripView, VehicleView } from '@tongyun/contracts';
import type { Summary } from '../summary.js';
import type { DriverPhone } from './driver-phone.js';
import { type Act, type Dwells, findNextAct } from './next-act.js';
import type { Truck } from './truck.js';

export interface PlantFacts {
  readonly at: Wgs84;
  readonly limitM: number | null;
}

/** A vehicle that can be driven here. */
export interface Seat {
  readonly vehicle: VehicleView;
  readonly truck: Truck;
}

export interface DriverSurroundings {
  /** Where he sits when no trip says otherwise. */
  readonly home: Seat;
  /** The vehicle a trip names; null when it is none of ours. */
  seatOf(vehicleId: string): Seat | null;
  /** Who sits where, by vehicle id; shared by all drivers. */
  readonly seated: Map<string, Driver>;
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

type Drive = Act & { readonly kind: 'drive' };

export type Phone = Pick<
  DriverPhone,
  'trip' | 'isOnDuty' | 'nextStage' | 'checkIn' | 'tap' | 'refresh'
>;

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
  private seat: Seat | null = null;

  constructor(
    private readonly phone: Phone,
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
    const { trip } = this.phone;
    const wanted = (trip && this.around.seatOf(trip.vehicleId)) ?? this.around.home;
    const isSeated = this.seat === wanted && this.around.seated.get(wanted.vehicle.id) === this;
    if (!isSeated || !this.phone.isOnDuty) await this.checkIn(wanted, now);
    if (this.seat && this.phone.isOnDuty && trip) await this.work(trip, this.seat.truck, now);
  }

  /** A vehicle that somebody else sits in is taken only for a trip. */
  private async checkIn(seat: Seat, now: Date): Promise<void> {
    const { id, plateNo, plateColor } = seat.vehicle;
    const isTaken = this.around.seated.has(id) && this.around.seated.get(id) !== this;
    if (isTaken && this.phone.trip === null) return;
    if (plateNo === null || plateColor === null || now.getTime() < this.nextCheckInAtMs) return;
    this.nextCheckInAtMs = now.getTime() + RETRY_CHECK_IN_MS;
    await this.phone.checkIn(plateNo, plateColor, now);
    this.nextCheckInAtMs = 0;
    this.seat = seat;
    this.around.seated.set(id, this);
    this.around.summary.count('check-ins');
  }

  private async work(trip: TripView, truck: Truck, now: Date): Promise<void> {
    const { dwells } = this.around;
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
      truck.driveTo(this.viaDetour(trip, truck, plant, act));
    } else if (
      nextStage === 'en_route' &&
      !isBatched &&
      truck.stoodForSec >= dwells.loadingSec / 2
    ) {
      await this.around.batch(trip, now);
      this.around.summary.count('batches');
      await this.phone.refresh(now);
    }
  }

  private viaDetour(trip: TripView, truck: Truck, plant: PlantFacts, { to, goal }: Drive): Wgs84 {
    if (goal === 'plant') return to;
    if (this.askedForTrip !== trip.id) {
      this.askedForTrip = trip.id;
      const run = { tripId: trip.id, plant: plant.at, site: to, limitM: plant.limitM };
      this.detour = truck.behaviour?.detour?.(run) ?? null;
    }
    if (this.detour && distanceM(truck.at, this.detour) < DETOUR_REACHED_M) this.detour = null;
    return this.detour ?? to;
  }
}
