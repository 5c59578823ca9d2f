import { judgeRange, type Plant, PlantQueries, type RangeVerdict } from '@tongyun/fleet';
import {
  type AccessScope,
  DomainError,
  type LoadId,
  type PlantId,
  type PumpJobId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { UnitOfWork } from '@tongyun/platform';
import { TRAVEL_TIMES, type TravelTime, type TravelTimes } from '@tongyun/routing';
import { Inject, Injectable } from '@nestjs/common';
import type { LoadEntity } from './data/load.entity.js';
import type { OrderDetails } from './data/order-details.repository.js';
import { OrderRepository } from './data/order.repository.js';
import type { PumpJobEntity } from './data/pumping/pump-job.entity.js';
import type { SiteEntity } from './data/site.entity.js';
import { OrderQueries } from './order-queries.service.js';
import type { JobDemand, JobTimes } from './rules/assignment-window.js';
import { SiteQueries } from './site-queries.service.js';

export type JobRef = { readonly loadId: LoadId } | { readonly pumpJobId: PumpJobId };

/** What is to be done, where, and how long the way is. */
export interface AssignmentJob {
  readonly load: LoadEntity | null;
  readonly pumpJob: PumpJobEntity | null;
  /** It is a load that is pumped, and nobody has the pump job. */
  readonly isPumpMissing: boolean;
  readonly demand: JobDemand;
  readonly order: OrderDetails;
  readonly site: SiteEntity;
  readonly plant: Plant;
  /** The site against the plant's range; null when no range is set. */
  readonly range: RangeVerdict | null;
  readonly travel: TravelTime;
  readonly times: JobTimes;
}

/** Gathers what a job asks for. Asks the road, so never call it inside a transaction. */
@Injectable()
export class AssignmentJobs {
  constructor(
    private readonly orders: OrderRepository,
    private readonly orderQueries: OrderQueries,
    private readonly sites: SiteQueries,
    private readonly plants: PlantQueries,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
  ) {}

  /** @param plantId another plant than the order's */
  async get(scope: AccessScope, ref: JobRef, plantId?: PlantId): Promise<AssignmentJob> {
    const { load, pumpJob, demand, orderId } = await this.find(ref);
    const order = await this.getOrder(scope, ref, orderId);
    const site = await this.sites.get(scope, order.siteId as SiteEntity['id']);
    const plant = await this.plants.get(scope, plantId ?? (order.plantId as PlantId));
    const [from, to] = [plant.position, site.position];
    const wantedAt = demand.kind === 'load' ? demand.dueAt : demand.readyByAt;
    const range = await this.plants.rangeAt(plant.id, wantedAt);
    return {
      load,
      pumpJob,
      isPumpMissing: load !== null && (await this.isPumpMissing(order)),
      demand,
      order,
      site,
      plant,
      range: range && judgeRange(from, range, to),
      travel: await this.travelTimes.between(from, to, wantedAt),
      times: await this.timesAt(wantedAt, order),
    };
  }

  private async find(ref: JobRef) {
    const { reads } = this.unitOfWork;
    if ('loadId' in ref) {
      const load = await this.orders.findLoad(reads, ref.loadId);
      if (!load) throw jobNotFound(ref);
      const { plannedM3, dueAt, orderId } = load;
      return { load, pumpJob: null, orderId, demand: { kind: 'load' as const, plannedM3, dueAt } };
    }
    const pumpJob = await this.orders.findPumpJob(reads, ref.pumpJobId);
    if (!pumpJob) throw jobNotFound(ref);
    const { readyByAt, untilAt, orderId } = pumpJob;
    return { load: null, pumpJob, orderId, demand: { kind: 'pump' as const, readyByAt, untilAt } };
  }

  private async isPumpMissing({ id, isPumpNeeded }: OrderDetails): Promise<boolean> {
    if (!isPumpNeeded) return false;
    const jobs = await this.orders.pumpJobsOf(this.unitOfWork.reads, id);
    return jobs.some(({ state }) => state === 'planned');
  }

  /** An order out of sight makes its jobs unknown too. */
  private async getOrder(scope: AccessScope, ref: JobRef, orderId: OrderDetails['id']) {
    try {
      return await this.orderQueries.get(scope, orderId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'ORDER_NOT_FOUND') throw jobNotFound(ref);
      throw error;
    }
  }

  async timesAt(
    at: Date,
    { enterpriseId, plantId }: Pick<OrderDetails, 'enterpriseId' | 'plantId'>,
  ): Promise<JobTimes> {
    const scopes = [`plant:${plantId}`, `enterprise:${enterpriseId}`];
    const [loadingMin, setupMin, dischargeMinPerM3, pumpSetupMin, pumpTeardownMin] =
      await Promise.all([
        this.policies.valueAt('trip.loading_min', at, scopes),
        this.policies.valueAt('trip.setup_min', at, scopes),
        this.policies.valueAt('trip.discharge_min_per_m3', at, scopes),
        this.policies.valueAt('pump.setup_min', at, scopes),
        this.policies.valueAt('pump.teardown_min', at, scopes),
      ]);
    return {
      loadingMin: loadingMin.value,
      setupMin: setupMin.value,
      dischargeMinPerM3: dischargeMinPerM3.value,
      pumpSetupMin: pumpSetupMin.value,
      pumpTeardownMin: pumpTeardownMin.value,
    };
  }
}

const jobNotFound = (ref: JobRef): DomainError =>
  'loadId' in ref
    ? new DomainError('LOAD_NOT_FOUND', `No load ${ref.loadId}`, { id: ref.loadId })
    : new DomainError('PUMP_JOB_NOT_FOUND', `No pump job ${ref.pumpJobId}`, { id: ref.pumpJobId });
