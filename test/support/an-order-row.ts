import type { OrderEntity } from '@tongyun/deliveries/data';
import { newId, type OrderId, type UserId } from '@tongyun/kernel';

type Told = Pick<OrderEntity, 'enterpriseId' | 'plantId' | 'siteId' | 'firstOnSiteAt'>;

/** A firm order for one truck's worth of pour, as its table keeps it. */
export function anOrderRow(told: Told): Partial<OrderEntity> & Told & { readonly id: OrderId } {
  const id = newId<OrderId>();
  return {
    id,
    orderNo: id,
    operatingOn: '2026-11-23',
    grade: 'C30',
    slumpMm: 180,
    placingMethod: 'chute',
    pourLocation: '底板',
    plannedM3: 31,
    rateM3PerHour: 30,
    isPumpNeeded: false,
    state: 'firm',
    createdBy: newId<UserId>(),
    createdAt: told.firstOnSiteAt,
    ...told,
  };
}
