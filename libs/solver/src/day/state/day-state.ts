import { CHAIN_GOALS, TRUCK_GOALS } from '../objectives/index.js';
import { unservedM3, unservedPoints } from '../objectives/unserved.js';
import type { DayPlan, PlannedLoad, PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem, DayVehicle, Span } from '../problem/day-problem.js';
import { loadsWithoutPump } from '../problem/without-pump.js';
import { BusyLine } from './busy-line.js';
import { type Chain, startedChain } from './chain.js';
import { PlantQueues } from './plant-queues.js';
import { SharedSites } from './shared-sites.js';
import { type ToldNext, toldNextOf } from './told-next.js';

const SEC_PER_HOUR = 3_600;

/** What is planned so far: who is busy when, and what it costs. Only whole chains are counted as served. */
export class DayState {
  /** Each truck's loads in order of time. */
  readonly trips: PlannedLoad[][];
  /** Each pump's jobs in order of time. */
  readonly pumpJobs: PlannedPumpJob[][];
  readonly chains: (Chain | null)[];
  /** Orders that something is left to be planned of. */
  readonly open: readonly number[];
  /** Trucks that may work for each enterprise today. */
  readonly trucksFor: readonly (readonly number[])[];
  /** Pumps that may work for each enterprise today. */
  readonly pumpsFor: readonly (readonly number[])[];
  /** By truck, what it was told to load next. */
  readonly toldNext: readonly (ToldNext | undefined)[];
  /** Who discharges when at sites that several orders share. */
  readonly sites: SharedSites;
  /** What has begun of each order, which no choice can change; gathered when it is asked for. */
  private readonly begun: Chain[] = [];
  private readonly lines: readonly BusyLine[][];
  private readonly truckPoints: Float64Array;
  private readonly busySec: Float64Array;
  private readonly chainPoints: Float64Array;
  private readonly changedTrucks = new Set<number>();
  private readonly queues: PlantQueues;
  /** Each truck's loads as the queues were last counted with. */
  private readonly countedTrips = new Map<number, readonly PlannedLoad[]>();
  private points = 0;

  /**
   * @param of the orders that are planned: whole groups. What has begun of others is left out of places, lines
   * and points, since nothing that is decided here touches it; all orders when left out.
   */
  constructor(
    readonly problem: DayProblem,
    of: Iterable<number> = problem.orders.keys(),
  ) {
    this.trucksFor = byEnterprise(problem, problem.trucks);
    this.pumpsFor = byEnterprise(problem, problem.pumps);
    this.toldNext = toldNextOf(problem);
    this.trips = problem.trucks.map(() => []);
    this.pumpJobs = problem.pumps.map(() => []);
    this.chains = problem.orders.map(() => null);
    this.lines = linesOf(problem);
    this.sites = new SharedSites(problem);
    this.queues = new PlantQueues(problem, this.toldNext);
    this.truckPoints = new Float64Array(problem.trucks.length);
    this.busySec = new Float64Array(problem.trucks.length);
    this.chainPoints = problem.orders.reduce((points, order, index) => {
      points[index] = unservedPoints(order, problem.nowSec);
      this.points += points[index];
      return points;
    }, new Float64Array(problem.orders.length));
    this.open = problem.orders.flatMap((order, index) =>
      unservedM3(order, problem.nowSec) > 0 ? [index] : [],
    );
    const open = new Set(this.open);
    for (const order of of) {
      const chain = this.begunOf(order);
      for (const load of chain.loads) this.addLoad(load);
      for (const job of chain.pumpJobs) this.addPumpJob(job);
      if (!open.has(chain.order)) this.serve(chain);
    }
  }

  line(plant: number, line: number): BusyLine {
    return this.lines[plant]![line]!;
  }

  /** Hours from the beginning of loading until off the site, over all of a truck's loads. */
  busyHours(truck: number): number {
    return this.busySec[truck]! / SEC_PER_HOUR;
  }

  /** Takes truck, line and place for a load; the chain that it belongs to is told apart, by `serve`. */
  addLoad(load: PlannedLoad): void {
    const trips = this.trips[load.truck]!;
    trips.splice(this.placeAmong(trips, load.loadFromSec), 0, load);
    if (!load.started) this.line(load.plant, load.line).take(load.loadFromSec, load.loadToSec);
    this.sites.add(load);
    this.busySec[load.truck]! += load.leaveSec - load.loadFromSec;
    this.changedTrucks.add(load.truck);
  }

  dropLoad(load: PlannedLoad): void {
    const trips = this.trips[load.truck]!;
    trips.splice(trips.indexOf(load), 1);
    this.line(load.plant, load.line).giveBack(load.loadFromSec, load.loadToSec);
    this.sites.drop(load);
    this.busySec[load.truck]! -= load.leaveSec - load.loadFromSec;
    this.changedTrucks.add(load.truck);
  }

  addPumpJob(job: PlannedPumpJob): void {
    this.pumpJobs[job.pump]!.splice(this.placeAmongJobs(job), 0, job);
  }

  dropPumpJob(job: PlannedPumpJob): void {
    const jobs = this.pumpJobs[job.pump]!;
    jobs.splice(jobs.indexOf(job), 1);
  }

  /** The started loads of an order, and the pumps that stand for it. */
  begunOf(order: number): Chain {
    return (this.begun[order] ??= startedChain(order, this.problem.orders[order]!));
  }

  /** Counts an order as served by a chain whose loads and jobs are added already. */
  serve(chain: Chain): void {
    const order = this.problem.orders[chain.order]!;
    this.chains[chain.order] = chain;
    let points = 0;
    for (const goal of CHAIN_GOALS) {
      points += goal.price(this.problem) * goal.ofChain(order, chain, this.problem);
    }
    this.points += points - this.chainPoints[chain.order]!;
    this.chainPoints[chain.order] = points;
  }

  /** Takes back all that serves an order, started loads excepted, and counts it as not served. */
  unserve(orderIndex: number): void {
    const chain = this.chains[orderIndex];
    if (chain === null || chain === undefined) return;
    for (const load of chain.loads) if (!load.started) this.dropLoad(load);
    for (const job of chain.pumpJobs) this.dropPumpJob(job);
    for (const job of this.begunOf(orderIndex).pumpJobs) this.addPumpJob(job);
    this.chains[orderIndex] = null;
    const points = unservedPoints(this.problem.orders[orderIndex]!, this.problem.nowSec);
    this.points += points - this.chainPoints[orderIndex]!;
    this.chainPoints[orderIndex] = points;
  }

  /** Puts a chain back that `unserve` took, while all it needs is still free. */
  restore(chain: Chain): void {
    for (const job of this.begunOf(chain.order).pumpJobs) this.dropPumpJob(job);
    for (const load of chain.loads) if (!load.started) this.addLoad(load);
    for (const job of chain.pumpJobs) this.addPumpJob(job);
    this.serve(chain);
  }

  /** Points of the whole plan, unserved volume included; less is better. */
  cost(): number {
    for (const truck of this.changedTrucks) {
      let points = 0;
      for (const goal of TRUCK_GOALS) {
        points += goal.price(this.problem) * goal.ofTruck(this.problem, truck, this.trips[truck]!);
      }
      this.points += points - this.truckPoints[truck]!;
      this.truckPoints[truck] = points;
    }
    if (this.queues.isPriced) this.points += this.countQueues();
    this.changedTrucks.clear();
    return this.points;
  }

  /** Points that the queues at the plants cost more since they were last counted. */
  private countQueues(): number {
    return this.queues.change(
      [...this.changedTrucks].map((truck) => {
        const before = this.countedTrips.get(truck) ?? [];
        const now = [...this.trips[truck]!];
        this.countedTrips.set(truck, now);
        return { truck, before, now };
      }),
    );
  }

  /** What serves these orders; all when left out. */
  plan(orders: Iterable<number> = this.problem.orders.keys()): DayPlan {
    const list = [...orders];
    const chains = list.map((order) => this.chains[order] ?? this.begunOf(order));
    const { orders: wanted, nowSec } = this.problem;
    const pumpless = list.filter(
      (order) => this.chains[order] === null && loadsWithoutPump(wanted[order]!, nowSec).length > 0,
    );
    return {
      loads: chains.flatMap(({ loads }) => loads),
      pumpJobs: chains.flatMap(({ pumpJobs }) => pumpJobs),
      ...(pumpless.length > 0 && { pumpless }),
    };
  }

  /** Where among its pump's jobs one belongs by when the pump is to be ready. */
  placeAmongJobs({ pump, readySec }: Pick<PlannedPumpJob, 'pump' | 'readySec'>): number {
    const jobs = this.pumpJobs[pump]!;
    const after = jobs.findIndex((job) => job.readySec > readySec);
    return after < 0 ? jobs.length : after;
  }

  /** Where among a truck's trips one that loads at `sec` belongs. */
  placeAmong(trips: readonly PlannedLoad[], sec: number): number {
    let at = trips.length;
    while (at > 0 && trips[at - 1]!.loadFromSec > sec) at -= 1;
    return at;
  }
}

/** Each line as it is before anything is chosen: closed at times, and taken by what has begun. */
function linesOf({ plants, orders }: DayProblem): BusyLine[][] {
  const given = plants.map(({ lines }) => lines.map(({ closed }): Span[] => [...closed]));
  for (const { plant, line, loadFromSec, loadToSec } of orders.flatMap(({ started }) => started)) {
    given[plant]![line]!.push({ fromSec: loadFromSec, toSec: loadToSec });
  }
  return given.map((lines) => lines.map((spans) => new BusyLine(spans)));
}

function byEnterprise({ plants }: DayProblem, vehicles: readonly DayVehicle[]): number[][] {
  const count = plants.reduce((most, { enterprise }) => Math.max(most, enterprise + 1), 0);
  const lists = Array.from({ length: count }, (): number[] => []);
  vehicles.forEach(({ worksFor, forbidden }, index) => {
    if (forbidden.length === 0) for (const enterprise of worksFor) lists[enterprise]?.push(index);
  });
  return lists;
}
