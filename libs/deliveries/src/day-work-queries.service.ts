import { EnterpriseQueries } from '@tongyun/fleet';
import type { AccessScope, EnterpriseId, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import {
  type BesideOrderRow,
  type DayLoadRow,
  type DayOrderRow,
  type DayPumpJobRow,
  type DayPumpRunRow,
  type DayReturnRow,
  DayWorkRepository,
  type PairRow,
} from './data/day-work.repository.js';
import { SAME_SPOT_M } from './rules/same-spot.js';

export interface DayWork {
  readonly orders: readonly DayOrderRow[];
  readonly loads: readonly DayLoadRow[];
  readonly pumpJobs: readonly DayPumpJobRow[];
  readonly pumpRuns: readonly DayPumpRunRow[];
  readonly returns: readonly DayReturnRow[];
}

/** Who else is at the sites of an enterprise's day, and how far they have come. */
export interface WorkBeside {
  readonly orders: readonly BesideOrderRow[];
  readonly loads: readonly DayLoadRow[];
}

/** What an enterprise has to deliver on an operating day, and how far it has come. */
@Injectable()
export class DayWorkQueries {
  constructor(
    private readonly work: DayWorkRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async ofDay(scope: AccessScope, enterpriseId: EnterpriseId, on: string): Promise<DayWork> {
    await this.enterprises.get(scope, enterpriseId);
    const { reads } = this.unitOfWork;
    const orders = await this.work.orders(reads, enterpriseId, on);
    const ids = orders.map(({ id }) => id);
    return {
      orders,
      loads: await this.work.loads(reads, ids),
      pumpJobs: await this.work.pumpJobs(reads, ids),
      pumpRuns: await this.work.pumpRuns(reads, ids),
      returns: await this.work.returns(reads, enterpriseId, on, ids),
    };
  }

  /** What trucks of an enterprise that the asker may see are out with, for orders of days after one. */
  outLater(enterpriseId: EnterpriseId, on: string): Promise<DayLoadRow[]> {
    return this.work.outLater(this.unitOfWork.reads, enterpriseId, on);
  }

  /** What others have at the same sites; for the planner alone, nobody is shown it. */
  async beside(enterpriseId: EnterpriseId, on: string): Promise<WorkBeside> {
    const { reads } = this.unitOfWork;
    const orders = await this.work.beside(reads, enterpriseId, on, SAME_SPOT_M);
    const ids = [...new Set(orders.map(({ otherOrderId }) => otherOrderId))];
    return { orders, loads: await this.work.loads(reads, ids) };
  }

  /** Who was last given a job on each of these vehicles; of vehicles that the asker may see. */
  lastPairs(_scope: AccessScope, vehicleIds: readonly VehicleId[]): Promise<PairRow[]> {
    return this.work.lastPairs(this.unitOfWork.reads, vehicleIds);
  }
}
