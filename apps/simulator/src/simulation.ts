import { orderDetailView } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { ApiSession } from './api/api-session.js';
import { SignInGate } from './api/sign-in-gate.js';
import type { Wanderer } from './behaviours/behaviour.js';
import { bindTerminals } from './city/bind-terminals.js';
import { castPhone } from './city/casting.js';
import { DispatcherDesk } from './city/dispatcher-desk.js';
import { Driver } from './city/driver.js';
import { DriverPhone } from './city/driver-phone.js';
import type { EnterpriseCrew } from './city/enterprise-crew.js';
import { recordBatch } from './city/plant-desk.js';
import type { Pump, PumpWord } from './city/pump.js';
import { type Cast, type MannedTruck, putTrucksOnTheRoad } from './city/put-trucks-on-the-road.js';
import type { City } from './city/read-city.js';
import type { Truck } from './city/truck.js';
import { wander } from './city/wandering.js';
import type { SimulatorOptions } from './options.js';
import { pick, type Random, seededRandom } from '@tongyun/kernel';
import { Summary } from './summary.js';

const TICK_MS = 1_000;
/** A tick that comes late moves nobody further than this. */
const MAX_ELAPSED_SEC = 5;
const ORDERS_PER_HOUR = 12;
/** Real minutes of loading, waiting and unloading, in seconds; divided by the speed. */
const DWELLS = { loadingSec: 420, waitingSec: 300, unloadingSec: 720 };
const ASSIGN_EVERY_SEC = 45;
const LOOK_EVERY_SEC = 6;
/** A terminal comes on line a few seconds after the start. */
const BIND_EVERY_MS = 10_000;

/** A city's day: desks, drivers, pumps and wanderers, moved by one timer. */
export class Simulation {
  readonly summary = new Summary();
  private readonly random: Random;
  private readonly desks: ReadonlyMap<EnterpriseCrew, DispatcherDesk>;
  private readonly gate = new SignInGate();
  private readonly seated = new Map<string, Driver>();
  private readonly drivers: readonly Driver[];
  private readonly cast: Cast;
  /** Of each pump that has a job, the desk that gave it. */
  private readonly deskOf = new Map<string, DispatcherDesk>();
  private readonly bounds = new Map<Wanderer, number>();
  private readonly timers: NodeJS.Timeout[] = [];
  private unbound: Cast['fitted'];
  private lastTickMs = 0;
  private isAssigning = false;

  constructor(
    private readonly options: SimulatorOptions,
    private readonly city: City,
  ) {
    this.random = seededRandom(options.seed);
    this.cast = putTrucksOnTheRoad(city, options, this.random);
    this.unbound = this.cast.fitted;
    this.desks = new Map(
      city.crews.map((crew) => [crew, new DispatcherDesk(crew, this.summary, this.random)]),
    );
    this.drivers = this.cast.manned.map((manned, nth) => this.man(manned, nth));
  }

  get trucks(): readonly Truck[] {
    return this.cast.trucks;
  }

  /** Fixes that the server has acknowledged so far. */
  get acknowledgedFixes(): number {
    return this.trucks.reduce((sum, { line }) => sum + line.acknowledgedFixes, 0);
  }

  get onlineCount(): number {
    return this.trucks.filter(({ line }) => line.isOnline).length;
  }

  start(): void {
    const assignEveryMs = (ASSIGN_EVERY_SEC * 1_000) / this.options.speed;
    this.lastTickMs = Date.now();
    this.timers.push(
      setInterval(() => this.tick(Date.now()), TICK_MS),
      setInterval(() => void this.assign(), Math.max(5_000, assignEveryMs)),
      setInterval(() => void this.bind(), BIND_EVERY_MS),
    );
    void this.assign();
  }

  /** Logs every terminal out; resolves when all connections are closed. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.trucks.map(({ line }) => line.end()));
  }

  private tick(nowMs: number): void {
    const elapsedSec = Math.min(MAX_ELAPSED_SEC, (nowMs - this.lastTickMs) / 1_000);
    this.lastTickMs = nowMs;
    for (const driver of this.drivers) driver.tick(nowMs);
    for (const [vehicleId, pump] of this.cast.pumps) {
      const word = pump.tick(nowMs);
      if (word) this.passOn(vehicleId, word, new Date(nowMs));
    }
    for (const { truck, wanderer } of this.cast.wanderers) {
      this.bounds.set(wanderer, wander(truck, wanderer, this.bounds.get(wanderer) ?? 0));
    }
    for (const truck of this.trucks) truck.tick(nowMs, elapsedSec);
    const orders = (ORDERS_PER_HOUR * this.options.speed * elapsedSec) / 3_600;
    if (this.random() < orders) this.orderSomething(new Date(nowMs));
  }

  /** The operator calls his dispatcher, who records it for him. */
  private passOn(vehicleId: string, word: PumpWord, now: Date): void {
    const desk = this.deskOf.get(vehicleId);
    desk?.recordPumpStage(word, now).catch((cause) => this.summary.countFailure(cause));
  }

  private orderSomething(now: Date): void {
    if (this.desks.size === 0) return;
    const desk = pick(this.random, [...this.desks.values()]);
    desk.takeOrder(now).catch((cause) => this.summary.countFailure(cause));
  }

  private async bind(): Promise<void> {
    const { administration } = this.city;
    if (administration === null || this.unbound.size === 0) return;
    try {
      this.unbound = await bindTerminals(administration, this.unbound);
    } catch (cause) {
      this.summary.countFailure(cause);
    }
  }

  private async assign(): Promise<void> {
    if (this.isAssigning) return;
    this.isAssigning = true;
    for (const [crew, desk] of this.desks) {
      try {
        await this.assignFor(crew, desk);
      } catch (cause) {
        this.summary.countFailure(cause);
      }
    }
    this.isAssigning = false;
  }

  private async assignFor({ dispatcher }: EnterpriseCrew, desk: DispatcherDesk): Promise<void> {
    for (const { pumpJobId, vehicleId, orderId, endsAt } of await desk.assignWaiting(new Date())) {
      const pump: Pump | undefined = this.cast.pumps.get(vehicleId);
      if (pumpJobId === null || !pump) continue;
      const { site } = await dispatcher.get(`orders/${orderId}`, orderDetailView);
      this.deskOf.set(vehicleId, desk);
      pump.take({
        id: pumpJobId,
        site: wgs84(site.position.lng, site.position.lat),
        untilMs: Date.parse(endsAt),
      });
    }
  }

  private man(manned: MannedTruck, nth: number): Driver {
    const { crew, driverId } = manned;
    const signIn = () =>
      this.gate.pass(async () => {
        const code = await this.desks.get(crew)!.issueDeviceCode(driverId);
        return ApiSession.signInDevice(this.options.api, code);
      });
    const { speed } = this.options;
    return new Driver(new DriverPhone(signIn, castPhone(nth)), {
      home: manned,
      seatOf: (vehicleId) =>
        this.cast.manned.find(({ vehicle }) => vehicle.id === vehicleId) ?? null,
      seated: this.seated,
      summary: this.summary,
      lookEverySec: Math.max(2, LOOK_EVERY_SEC / speed),
      dwells: {
        loadingSec: DWELLS.loadingSec / speed,
        waitingSec: DWELLS.waitingSec / speed,
        unloadingSec: DWELLS.unloadingSec / speed,
      },
      now: () => new Date(),
      plantOf: (plantId) => {
        const plant = crew.plants.find(({ id }) => id === plantId);
        if (!plant) return null;
        const { position, range } = plant;
        return { at: wgs84(position.lng, position.lat), limitM: range?.radiusM ?? null };
      },
      batch: (trip, now) => recordBatch(crew.plantDesk, trip, now),
    });
  }
}
