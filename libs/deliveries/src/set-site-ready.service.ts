import type { AccessScope, OrderId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { OrderRepository } from './data/order.repository.js';
import { OrderQueries } from './order-queries.service.js';

/** Notes that a site says it is ready for its concrete, or not any more. */
@Injectable()
export class SetSiteReadyService {
  constructor(
    private readonly queries: OrderQueries,
    private readonly orders: OrderRepository,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  set(scope: AccessScope, id: OrderId, isSiteReady: boolean): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.queries.get(scope, id, tx);
      const order = await this.orders.lock(tx, id);
      await this.announcer.order(tx, await this.orders.change(tx, order, { isSiteReady }));
    });
  }
}
