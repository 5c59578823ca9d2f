import type { BulkOrderCallRequest } from '@tongyun/contracts';
import { type AccessScope, DomainError, type OrderId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { OrderDetailsRepository } from './data/order-details.repository.js';
import { TakeOrderCallService } from './take-order-call.service.js';

export interface CallTaken {
  readonly orderId: OrderId;
  /** Code of the refusal; null: done. */
  readonly code: string | null;
}

/** One call for many orders: those of a list, or all of a day whose sites lie in an area. */
@Injectable()
export class TakeCallsInBulkService {
  constructor(
    private readonly takeCall: TakeOrderCallService,
    private readonly details: OrderDetailsRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Each order by itself: what one is refused for does not stop the others. */
  async take(scope: AccessScope, { orders, ...call }: BulkOrderCallRequest): Promise<CallTaken[]> {
    const ids =
      'ids' in orders
        ? (orders.ids as OrderId[])
        : await this.details.openWithin(
            this.unitOfWork.reads,
            scope,
            orders.operatingOn,
            JSON.stringify(orders.area),
          );
    const taken: CallTaken[] = [];
    for (const orderId of ids) {
      taken.push({ orderId, code: await this.takeOne(scope, orderId, call) });
    }
    return taken;
  }

  private async takeOne(
    scope: AccessScope,
    orderId: OrderId,
    call: Omit<BulkOrderCallRequest, 'orders'>,
  ): Promise<string | null> {
    try {
      await this.takeCall.take(scope, orderId, call);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }
}
