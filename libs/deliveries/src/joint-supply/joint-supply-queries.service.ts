import type { ListJointSharesQuery } from '@tongyun/contracts';
import { EnterpriseQueries, judgeRange, PlantQueries } from '@tongyun/fleet';
import { distanceM } from '@tongyun/geo';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  type JointShareId,
  type OrderId,
  type PlantId,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { judgeOrderEntry } from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  type JointShareDetails,
  JointShareRepository,
  type JointShareStepRow,
} from '../data/joint-supply/joint-share.repository.js';
import {
  type JointLoadRow,
  JointSupplyRepository,
  type LedPourRow,
  type SupplierRow,
} from '../data/joint-supply/joint-supply.repository.js';
import type { SiteEntity } from '../data/site.entity.js';
import { OrderQueries } from '../order-queries.service.js';
import { type LoadInTurn, queueUp } from '../rules/joint-supply/site-queue.js';
import { SiteQueries } from '../site-queries.service.js';

/** A pour with all who supply it, as one of them sees it. */
export interface JointSupply {
  readonly pour: LedPourRow;
  readonly gapMaxMin: number;
  readonly suppliers: readonly SupplierRow[];
  readonly queue: readonly LoadInTurn<JointLoadRow>[];
  readonly shares: readonly JointShareDetails[];
}

/** A plant that could be asked to help, as the city's register has it. */
export interface JointPlant {
  readonly plantId: PlantId;
  readonly plantName: string;
  readonly enterpriseId: EnterpriseId;
  readonly enterpriseName: string;
  readonly distanceM: number;
}

@Injectable()
export class JointSupplyQueries {
  constructor(
    private readonly shares: JointShareRepository,
    private readonly supplies: JointSupplyRepository,
    private readonly orders: OrderQueries,
    private readonly sites: SiteQueries,
    private readonly plants: PlantQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, id: JointShareId): Promise<JointShareDetails> {
    const share = await this.shares.find(this.unitOfWork.reads, scope, id);
    if (!share) throw new DomainError('JOINT_SHARE_NOT_FOUND', `No share ${id}`, { id });
    return share;
  }

  /** Newest offer first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListJointSharesQuery): Promise<JointShareDetails[]> {
    const { reads } = this.unitOfWork;
    const after = readInstantCursor(query);
    return this.shares.list(reads, scope, query.state ?? null, after, query.limit + 1);
  }

  async stepsOf(scope: AccessScope, id: JointShareId): Promise<JointShareStepRow[]> {
    await this.get(scope, id);
    return this.shares.stepsOf(this.unitOfWork.reads, id);
  }

  /** @param orderId the order that leads, or one that brings a share */
  async ofOrder(scope: AccessScope, orderId: OrderId): Promise<JointSupply> {
    const { reads } = this.unitOfWork;
    const pour = await this.supplies.find(reads, scope, orderId);
    if (!pour) throw new DomainError('ORDER_NOT_FOUND', `No order ${orderId}`, { id: orderId });
    const scopes = [`enterprise:${pour.leadEnterpriseId}`];
    const usual = await this.policies.valueAt('plan.gap_max_min', this.clock.now(), scopes);
    const gapMaxMin = pour.gapMaxMin ?? usual.value;
    const loads = await this.supplies.loadsOf(reads, pour);
    return {
      pour,
      gapMaxMin,
      suppliers: await this.supplies.suppliersOf(reads, pour),
      queue: queueUp(loads, pour.rateM3PerHour, gapMaxMin),
      shares: await this.shares.ofLeadOrder(reads, scope, pour.leadOrderId),
    };
  }

  /** Plants whose range holds the site and that may take orders, nearest first. */
  async plantsFor(scope: AccessScope, orderId: OrderId): Promise<JointPlant[]> {
    const order = await this.orders.get(scope, orderId);
    const { position } = await this.sites.get(scope, order.siteId as SiteEntity['id']);
    const taken = new Set<string>([
      order.plantId,
      ...(await this.shares.standingOf(this.unitOfWork.reads, orderId)).map(
        ({ plantId }) => plantId,
      ),
    ]);
    const plants = (await this.plants.all(SYSTEM_SCOPE)).filter(({ id }) => !taken.has(id));
    const ranges = await this.plants.rangesAt(
      plants.map(({ id }) => id),
      order.firstOnSiteAt,
    );
    const enterprises = new Map(
      (await this.enterprises.all(SYSTEM_SCOPE)).map((one) => [one.id, one]),
    );
    return plants
      .flatMap((plant): JointPlant[] => {
        const enterprise = enterprises.get(plant.enterpriseId);
        const range = ranges.get(plant.id);
        if (!enterprise || !range) return [];
        const entry = judgeOrderEntry({ ...enterprise, plantLicence: plant.licenceState });
        if (entry.state !== 'may_take') return [];
        if (!judgeRange(plant.position, range, position).isInside) return [];
        return [
          {
            plantId: plant.id,
            plantName: plant.name,
            enterpriseId: enterprise.id,
            enterpriseName: enterprise.name,
            distanceM: Math.round(distanceM(plant.position, position)),
          },
        ];
      })
      .toSorted((one, other) => one.distanceM - other.distanceM);
  }
}
