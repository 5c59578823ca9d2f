import type { CopyOrderRequest } from '@tongyun/contracts';
import type { AccessScope, OrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { CreateOrderService } from './create-order.service.js';
import type { OrderEntity } from './data/order.entity.js';
import { OrderQueries } from './order-queries.service.js';
import { productOf } from './rules/product.js';

/** Enters an order like another one. */
@Injectable()
export class CopyOrderService {
  constructor(
    private readonly queries: OrderQueries,
    private readonly createOrder: CreateOrderService,
  ) {}

  /** What goes wrong when it is copied unseen, time, grade, place and volume, is stated anew. */
  async copy(scope: AccessScope, id: OrderId, stated: CopyOrderRequest): Promise<OrderEntity> {
    const like = await this.queries.get(scope, id);
    return this.createOrder.create(scope, {
      siteId: like.siteId,
      plantId: like.plantId,
      slumpMm: like.slumpMm,
      placingMethod: like.placingMethod,
      rateM3PerHour: like.rateM3PerHour,
      isPumpNeeded: like.isPumpNeeded,
      ...(like.isPumpNeeded && { pumpsNeeded: like.pumpsNeeded }),
      pumpReachM: like.pumpReachM,
      primingM3: like.primingM3,
      isEmergency: false,
      pourKind: like.pourKind,
      placesAtSite: like.placesAtSite,
      ...(productOf(stated.grade) === 'concrete' && {
        gapMaxMin: like.gapMaxMin,
        retarderMin: like.retarderMin,
      }),
      ...(like.terms ? { terms: like.terms } : {}),
      ...stated,
    });
  }
}
