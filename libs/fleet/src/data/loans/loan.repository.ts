import type {
  AccessScope,
  DriverId,
  EnterpriseId,
  Interval,
  LoanRequestId,
  VehicleId,
  VehicleLoanId,
} from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { LENT_STATES, type LoanState } from '../../rules/loans/loan-steps.js';
import { LoanRequestEntity } from './loan-request.entity.js';
import { VehicleLoanEntity } from './vehicle-loan.entity.js';
import { VehicleLoanStepEntity } from './vehicle-loan-step.entity.js';

/** A request with the names that people know asker and plant by. */
export interface LoanRequestRow {
  readonly id: LoanRequestId;
  readonly enterpriseId: EnterpriseId;
  readonly enterpriseName: string;
  readonly plantName: string;
  readonly plantLng: number;
  readonly plantLat: number;
  readonly vehicleCount: number;
  readonly lentCount: number;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly reason: string;
  readonly state: 'open' | 'closed';
  readonly askedAt: Date;
  readonly version: number;
}

/** An offered vehicle: what its offer opens of a fleet, and nothing else. */
export interface LoanRow {
  readonly id: VehicleLoanId;
  readonly requestId: LoanRequestId;
  readonly borrowerEnterpriseId: EnterpriseId;
  readonly lenderEnterpriseId: EnterpriseId;
  readonly lenderEnterpriseName: string;
  readonly plateNo: string | null;
  readonly fleetNo: string | null;
  readonly drumCapacityM3: number | null;
  readonly driverName: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly state: LoanState;
  readonly version: number;
  /** Oldest first. */
  readonly steps: readonly LoanStepRow[];
}

/** What somebody of either side made of a loan, and why. */
export interface LoanStepRow {
  readonly toState: LoanState;
  readonly reason: string;
  readonly decidedByName: string | null;
  readonly enterpriseName: string | null;
  /** ISO 8601. */
  readonly decidedAt: string;
}

const enterprisesOf = ({ enterpriseIds }: AccessScope) =>
  enterpriseIds === 'all' ? null : enterpriseIds;
const seen = (column: string, n: number) =>
  `($${n}::uuid[] IS NULL OR ${column} = ANY($${n}::uuid[]))`;

const SELECT_REQUESTS = `
  SELECT r.id, r.enterprise_id AS "enterpriseId", e.name AS "enterpriseName",
         p.name AS "plantName", ST_X(p.position::geometry) AS "plantLng",
         ST_Y(p.position::geometry) AS "plantLat", r.vehicle_count AS "vehicleCount",
         (SELECT count(*)::int FROM vehicle_loan l
          WHERE l.request_id = r.id AND l.state IN ('accepted', 'recalled', 'returned'))
           AS "lentCount",
         r.from_at AS "fromAt", r.until_at AS "untilAt", r.reason, r.state,
         r.asked_at AS "askedAt", r.version
  FROM loan_request r JOIN enterprise e ON e.id = r.enterprise_id
  JOIN plant p ON p.id = r.plant_id`;

/** Of a loan `l`. Reads the accounts' table for the name that people know somebody by. */
const STEPS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
           'toState', s.to_state, 'reason', s.reason, 'decidedByName', u.display_name,
           'enterpriseName', side.name,
           'decidedAt', to_char(s.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
           ORDER BY s.decided_at, s.id), '[]')
  FROM vehicle_loan_step s
  LEFT JOIN app_user u ON u.id = s.decided_by
  LEFT JOIN enterprise side ON side.id = u.enterprise_id
  WHERE s.loan_id = l.id`;

/** Who asks for trucks is told to all; who offers which, to the two of them. */
@Injectable()
export class LoanRepository {
  async findRequest(
    manager: EntityManager,
    scope: AccessScope,
    id: LoanRequestId,
  ): Promise<LoanRequestRow | undefined> {
    const rows: LoanRequestRow[] = await manager.query(
      `${SELECT_REQUESTS} WHERE r.id = $1 AND ${visible(2)}`,
      [id, enterprisesOf(scope)],
    );
    return rows[0];
  }

  /** Newest first, `take` rows after the cursor. */
  listRequests(
    manager: EntityManager,
    scope: AccessScope,
    isOpen: boolean | null,
    after: CursorKey | null,
    take: number,
  ): Promise<LoanRequestRow[]> {
    return manager.query(
      `${SELECT_REQUESTS}
       WHERE ${visible(1)} AND ($2::boolean IS NULL OR (r.state = 'open') = $2)
         AND ($3::timestamptz IS NULL OR (r.asked_at, r.id) < ($3, $4::uuid))
       ORDER BY r.asked_at DESC, r.id DESC LIMIT $5`,
      [enterprisesOf(scope), isOpen, after?.key ?? null, after?.id ?? null, take],
    );
  }

  /** Offers on these requests that the asker may see: to him, or by him. */
  loansOf(
    manager: EntityManager,
    scope: AccessScope,
    requestIds: readonly LoanRequestId[],
  ): Promise<LoanRow[]> {
    return manager.query(
      `SELECT l.id, l.request_id AS "requestId",
              l.borrower_enterprise_id AS "borrowerEnterpriseId",
              l.lender_enterprise_id AS "lenderEnterpriseId", e.name AS "lenderEnterpriseName",
              v.plate_no AS "plateNo", v.fleet_no AS "fleetNo",
              v.drum_capacity_m3 AS "drumCapacityM3", d.name AS "driverName",
              l.from_at AS "fromAt", l.until_at AS "untilAt", l.state, l.version,
              (${STEPS}) AS steps
       FROM vehicle_loan l
       JOIN enterprise e ON e.id = l.lender_enterprise_id
       JOIN vehicle v ON v.id = l.vehicle_id
       JOIN driver d ON d.id = l.driver_id
       WHERE l.request_id = ANY($1::uuid[])
         AND (${seen('l.borrower_enterprise_id', 2)} OR ${seen('l.lender_enterprise_id', 2)})
       ORDER BY l.id`,
      [requestIds, enterprisesOf(scope)],
    );
  }

  find(manager: EntityManager, id: VehicleLoanId): Promise<VehicleLoanEntity | null> {
    return manager.findOneBy(VehicleLoanEntity, { id });
  }

  lockRequest(tx: EntityManager, id: LoanRequestId): Promise<LoanRequestEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(LoanRequestEntity, { where: { id }, lock });
  }

  lock(tx: EntityManager, id: VehicleLoanId): Promise<VehicleLoanEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(VehicleLoanEntity, { where: { id }, lock });
  }

  countLent(tx: EntityManager, requestId: LoanRequestId): Promise<number> {
    return tx.countBy(VehicleLoanEntity, { requestId, state: In([...LENT_STATES, 'returned']) });
  }

  /** Whether vehicle or driver is held for a job of who borrowed it. Reads deliveries' table. */
  async isAtWork(tx: EntityManager, loan: VehicleLoanEntity): Promise<boolean> {
    const [row]: [{ isAtWork: boolean }] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM assignment
                      WHERE (vehicle_id = $1 OR driver_id = $2) AND enterprise_id = $3
                        AND state = 'released') AS "isAtWork"`,
      [loan.vehicleId, loan.driverId, loan.borrowerEnterpriseId],
    );
    return row.isAtWork;
  }

  /** Loans in force that touch an interval, of vehicles that an enterprise of the asker's lends or borrows. */
  acceptedWithin(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    { from, to }: Interval,
  ): Promise<VehicleLoanEntity[]> {
    return manager
      .createQueryBuilder(VehicleLoanEntity, 'loan')
      .where('loan.state = ANY(:lent) AND loan.fromAt < :to AND loan.untilAt > :from', {
        lent: LENT_STATES,
        from,
        to,
      })
      .andWhere(
        '(loan.borrowerEnterpriseId = :enterpriseId OR loan.lenderEnterpriseId = :enterpriseId)',
        { enterpriseId },
      )
      .andWhere('(:seen::uuid[] IS NULL OR :enterpriseId::uuid = ANY(:seen::uuid[]))', {
        seen: enterprisesOf(scope),
      })
      .orderBy('loan.fromAt')
      .addOrderBy('loan.id')
      .getMany();
  }

  /**
   * Whether vehicle or driver is lent, or held for a job, at that time. Reads deliveries' table.
   */
  async isTaken(
    tx: EntityManager,
    vehicleId: VehicleId,
    driverId: DriverId,
    { from, to }: Interval,
  ): Promise<boolean> {
    const [row]: [{ taken: boolean }] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM vehicle_loan
                      WHERE (vehicle_id = $1 OR driver_id = $2) AND state = ANY($5)
                        AND from_at < $4 AND until_at > $3)
         OR EXISTS (SELECT 1 FROM assignment
                    WHERE (vehicle_id = $1 OR driver_id = $2) AND state = 'released'
                      AND starts_at < $4 AND ends_at > $3) AS taken`,
      [vehicleId, driverId, from, to, LENT_STATES],
    );
    return row.taken;
  }

  insertRequest(tx: EntityManager, row: LoanRequestEntity): Promise<unknown> {
    return tx.insert(LoanRequestEntity, row);
  }

  insert(tx: EntityManager, row: VehicleLoanEntity): Promise<unknown> {
    return tx.insert(VehicleLoanEntity, row);
  }

  insertStep(tx: EntityManager, row: VehicleLoanStepEntity): Promise<unknown> {
    return tx.insert(VehicleLoanStepEntity, row);
  }

  async closeRequest(tx: EntityManager, request: LoanRequestEntity): Promise<void> {
    const { id, version } = request;
    await tx.update(LoanRequestEntity, { id }, { state: 'closed', version: version + 1 });
  }

  async change(
    tx: EntityManager,
    loan: VehicleLoanEntity,
    change: Pick<VehicleLoanEntity, 'state' | 'agreementId'>,
  ): Promise<void> {
    await tx.update(VehicleLoanEntity, { id: loan.id }, { ...change, version: loan.version + 1 });
  }
}

/** What is open is told to every enterprise; what is closed, to who had to do with it. */
function visible(n: number): string {
  return `(r.state = 'open' OR ${seen('r.enterprise_id', n)} OR EXISTS (
    SELECT 1 FROM vehicle_loan l
    WHERE l.request_id = r.id AND ${seen('l.lender_enterprise_id', n)}))`;
}
