import type { LoadId, OrderId, PumpJobId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LoadEntity } from './load.entity.js';
import { DELIVERED_M3, IS_ORDERED, NEWEST_TRIP } from './load-volumes.js';
import { OrderCallEntity } from './order-call.entity.js';
import { OrderEntity } from './order.entity.js';
import { PumpJobEntity } from './pumping/pump-job.entity.js';
import { changeVersioned } from './versioned.js';

/** Orders with their loads and pump jobs: what is to be done, before anybody does it. */
@Injectable()
export class OrderRepository {
  find(manager: EntityManager, id: OrderId): Promise<OrderEntity | null> {
    return manager.findOneBy(OrderEntity, { id });
  }

  /** Holds the order until the transaction ends. */
  lock(tx: EntityManager, id: OrderId): Promise<OrderEntity> {
    return tx.findOneOrFail(OrderEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findLoad(manager: EntityManager, id: LoadId): Promise<LoadEntity | null> {
    return manager.findOneBy(LoadEntity, { id });
  }

  lockLoad(tx: EntityManager, id: LoadId): Promise<LoadEntity> {
    return tx.findOneOrFail(LoadEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findPumpJob(manager: EntityManager, id: PumpJobId): Promise<PumpJobEntity | null> {
    return manager.findOneBy(PumpJobEntity, { id });
  }

  lockPumpJob(tx: EntityManager, id: PumpJobId): Promise<PumpJobEntity> {
    return tx.findOneOrFail(PumpJobEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  loadsOf(manager: EntityManager, orderId: OrderId): Promise<LoadEntity[]> {
    return manager.find(LoadEntity, { where: { orderId }, order: { loadNo: 'ASC' } });
  }

  /** Concrete that has come to the site and stayed, m³. */
  async deliveredM3(manager: EntityManager, orderId: OrderId): Promise<number> {
    const [row]: [{ m3: number }] = await manager.query(
      `SELECT coalesce(sum(${DELIVERED_M3}), 0) AS m3
       FROM load l LEFT JOIN LATERAL (${NEWEST_TRIP}) t ON true
       WHERE l.order_id = $1 AND ${IS_ORDERED}`,
      [orderId],
    );
    return row.m3;
  }

  pumpJobsOf(manager: EntityManager, orderId: OrderId): Promise<PumpJobEntity[]> {
    return manager.find(PumpJobEntity, { where: { orderId }, order: { id: 'ASC' } });
  }

  async insert(
    tx: EntityManager,
    order: OrderEntity,
    loads: readonly LoadEntity[],
    pumpJobs: readonly PumpJobEntity[],
  ): Promise<void> {
    await tx.insert(OrderEntity, order);
    await tx.insert(LoadEntity, [...loads]);
    if (pumpJobs.length > 0) await tx.insert(PumpJobEntity, [...pumpJobs]);
  }

  insertCall(tx: EntityManager, call: OrderCallEntity): Promise<unknown> {
    return tx.insert(OrderCallEntity, call);
  }

  insertLoad(tx: EntityManager, load: LoadEntity): Promise<unknown> {
    return tx.insert(LoadEntity, load);
  }

  change(
    tx: EntityManager,
    order: OrderEntity,
    change: Partial<OrderEntity>,
  ): Promise<OrderEntity> {
    return changeVersioned(tx, OrderEntity, order, change);
  }

  changeLoad(tx: EntityManager, load: LoadEntity, change: Partial<LoadEntity>) {
    return changeVersioned(tx, LoadEntity, load, change);
  }

  changePumpJob(tx: EntityManager, job: PumpJobEntity, change: Partial<PumpJobEntity>) {
    return changeVersioned(tx, PumpJobEntity, job, change);
  }
}
