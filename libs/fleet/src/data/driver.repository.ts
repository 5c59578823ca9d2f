import {
  type AccessScope,
  type Clock,
  CLOCK,
  type DriverId,
  type EnterpriseId,
} from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LENT_STATES } from '../rules/loans/loan-steps.js';
import { DriverEntity } from './driver.entity.js';
import { inDistrict } from './in-district.js';

const ownOrLent = (lentWhile: string) => `(driver.enterpriseId = ANY(:enterpriseIds) OR EXISTS (
  SELECT 1 FROM vehicle_loan loan
  WHERE loan.driver_id = driver.id AND loan.state = ANY(:lentStates)
    AND loan.borrower_enterprise_id = ANY(:enterpriseIds) AND ${lentWhile}))`;

/**
 * An enterprise sees its own drivers, and those who come with a vehicle that is lent to it: from the
 * acceptance on, as it plans with them, until the loan is over and its last job is done. Reads
 * deliveries' table.
 */
const OWN_OR_COMING = ownOrLent(`(loan.until_at > :now OR EXISTS (
  SELECT 1 FROM assignment job
  WHERE job.driver_id = loan.driver_id AND job.state = 'released'
    AND job.enterprise_id = loan.borrower_enterprise_id))`);

/** Whose phones it signs in and out: its own drivers', and while it has them those of lent ones. */
const OWN_OR_HERE = ownOrLent('loan.from_at <= :now AND loan.until_at > :now');

/** Which of the drivers that the asker may see. */
export interface DriversAsked {
  /** Only drivers of these ids; null: all. */
  readonly among: readonly DriverId[] | null;
  /** Those who left instead of those who are there. */
  readonly haveLeft: boolean;
}

/** The questions this slice asks of its drivers. */
@Injectable()
export class DriverRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  find(manager: EntityManager, scope: AccessScope, id: DriverId): Promise<DriverEntity | null> {
    return this.visible(manager, scope).andWhere('driver.id = :id', { id }).getOne();
  }

  /** Locked against corrections and the end of his employment, to the end of the transaction. */
  hold(tx: EntityManager, id: DriverId): Promise<DriverEntity | null> {
    return tx.findOne(DriverEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  /** One whose phones the asker may sign in and out now. */
  findInHand(
    manager: EntityManager,
    scope: AccessScope,
    id: DriverId,
  ): Promise<DriverEntity | null> {
    return this.visible(manager, scope, OWN_OR_HERE).andWhere('driver.id = :id', { id }).getOne();
  }

  findMany(
    manager: EntityManager,
    scope: AccessScope,
    ids: readonly DriverId[],
  ): Promise<DriverEntity[]> {
    return this.visible(manager, scope).andWhere('driver.id = ANY(:ids)', { ids }).getMany();
  }

  /** Names of drivers, of any enterprise, that occur in a text; the longest first. One letter is no name. */
  async namesIn(manager: EntityManager, text: string): Promise<string[]> {
    const rows: { name: string }[] = await manager.query(
      `SELECT name FROM driver WHERE char_length(name) > 1 AND strpos($1, name) > 0
       GROUP BY name ORDER BY char_length(name) DESC, name`,
      [text],
    );
    return rows.map(({ name }) => name);
  }

  /** Those who are there. */
  ofEnterprise(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
  ): Promise<DriverEntity[]> {
    return this.visible(manager, scope)
      .andWhere('driver.enterpriseId = :enterpriseId AND driver.leftAt IS NULL', { enterpriseId })
      .orderBy({ 'driver.name': 'ASC', 'driver.id': 'ASC' })
      .getMany();
  }

  /** By name, after the driver of the cursor, which itself carries no name. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    after: CursorKey | null,
    limit: number,
    { among, haveLeft }: DriversAsked,
  ): Promise<DriverEntity[]> {
    const rows = this.visible(manager, scope).andWhere(
      haveLeft ? 'driver.leftAt IS NOT NULL' : 'driver.leftAt IS NULL',
    );
    if (among) rows.andWhere('driver.id = ANY(:among)', { among });
    if (after) {
      rows.andWhere(
        '(driver.name, driver.id) > ((SELECT name FROM driver WHERE id = :id), CAST(:id AS uuid))',
        { id: after.id },
      );
    }
    return rows.orderBy({ 'driver.name': 'ASC', 'driver.id': 'ASC' }).limit(limit).getMany();
  }

  async insert(manager: EntityManager, row: DriverEntity): Promise<void> {
    await manager.insert(DriverEntity, row);
  }

  /** A driver's own sign-in sees his own row and no colleague's. */
  private visible(manager: EntityManager, scope: AccessScope, ofEnterprise = OWN_OR_COMING) {
    const { enterpriseIds, driverId } = scope;
    const rows = manager.createQueryBuilder(DriverEntity, 'driver').where('true');
    if (driverId !== null) return rows.andWhere('driver.id = :driverId', { driverId });
    if (enterpriseIds === 'all') return inDistrict(rows, 'driver.enterpriseId', scope);
    return rows.andWhere(ofEnterprise, {
      enterpriseIds,
      lentStates: LENT_STATES,
      now: this.clock.now(),
    });
  }
}
