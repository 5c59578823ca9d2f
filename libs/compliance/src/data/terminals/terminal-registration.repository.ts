import type {
  ListTerminalRegistrationsQuery,
  RegistrationBody,
  RegistrationState,
} from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type EnterpriseId,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import { holderOf } from '@tongyun/fleet';
import type { CursorKey } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WarnedDays } from '../../rules/day-validity.js';
import { papersEndOn } from '../papers-end-on.js';
import { HOLDER_ID, VISIBLE_VEHICLE_IDS, visibleVehiclesOf } from '../visible-vehicles.js';
import { TerminalRegistrationEntity } from './terminal-registration.entity.js';

/** A terminal, the vehicle that it stands for, and where its registration stands. */
export interface TerminalRegistrationRow {
  readonly terminalId: TerminalId;
  readonly phone: string;
  readonly terminalNo: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** Null: it stands for no entered vehicle any more. */
  readonly vehicleId: VehicleId | null;
  readonly plateNo: string | null;
  readonly equipmentNo: string | null;
  /** Of the vehicle. */
  readonly ownerEnterpriseId: EnterpriseId | null;
  readonly ownerName: string | null;
  /** Who acts for it: its owner; of a haulage firm's who uses it by an agreement in force; null: nobody. */
  readonly holderEnterpriseId: EnterpriseId | null;
  readonly holderDistrict: string | null;
  readonly registrationNo: string | null;
  readonly state: RegistrationState;
  /** Empty while nobody has submitted it. */
  readonly steps: readonly RegistrationBody[];
  readonly papersEndOn: string | null;
  readonly updatedAt: Date;
  /** 0 while nobody has taken a first step. */
  readonly version: number;
}

const STATE = `coalesce(registration.state, 'draft')`;
const PAPERS_END_ON = papersEndOn('terminal', 'terminal.id');

/** The questions this slice asks of terminals' registrations. Reads fleet's tables. */
@Injectable()
export class TerminalRegistrationRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  findRow(
    manager: EntityManager,
    scope: AccessScope,
    terminalId: TerminalId,
  ): Promise<TerminalRegistrationRow | undefined> {
    return this.rows(manager, scope)
      .andWhere('terminal.id = :terminalId', { terminalId })
      .getRawOne<TerminalRegistrationRow>();
  }

  /** Who holds now what the terminal stood for at an instant; null: nobody does, or it is not known. */
  async holderAt(
    manager: EntityManager,
    terminalId: TerminalId,
    at: Date,
  ): Promise<EnterpriseId | null> {
    const rows: { holderId: EnterpriseId | null }[] = await manager.query(
      `SELECT ${holderOf('vehicle', '$3::timestamptz')} AS "holderId"
       FROM terminal_decision decision
       LEFT JOIN vehicle ON vehicle.id = decision.to_vehicle_id AND NOT vehicle.is_provisional
       WHERE decision.terminal_id = $1 AND decision.decided_at <= $2
       ORDER BY decision.decided_at DESC, decision.id DESC LIMIT 1`,
      [terminalId, at, this.clock.now()],
    );
    return rows[0]?.holderId ?? null;
  }

  /** By phone, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { state, plateNo, papersValidity, limit }: ListTerminalRegistrationsQuery,
    days: WarnedDays,
    after: CursorKey | null,
  ): Promise<TerminalRegistrationRow[]> {
    const rows = this.rows(manager, scope);
    if (papersValidity === 'expired') rows.andWhere(`${PAPERS_END_ON} < :today::date`, days);
    if (papersValidity === 'expiring') {
      rows.andWhere(`${PAPERS_END_ON} BETWEEN :today::date AND :untilOn::date`, days);
    }
    if (state !== undefined) rows.andWhere(`${STATE} = :state`, { state });
    if (plateNo !== undefined) rows.andWhere('strpos(vehicle.plate_no, :plateNo) > 0', { plateNo });
    if (after) rows.andWhere('(terminal.phone, terminal.id) > (:key, :id)', after);
    return rows
      .orderBy('terminal.phone')
      .addOrderBy('terminal.id')
      .limit(limit + 1)
      .getRawMany<TerminalRegistrationRow>();
  }

  /** The terminal's row, held until the transaction ends; begun as a draft if there is none. */
  async lock(
    manager: EntityManager,
    terminalId: TerminalId,
    now: Date,
  ): Promise<TerminalRegistrationEntity> {
    await manager.query(
      `INSERT INTO terminal_registration (terminal_id, state, updated_at, version)
       VALUES ($1, 'draft', $2, 0) ON CONFLICT DO NOTHING`,
      [terminalId, now],
    );
    return manager.findOneOrFail(TerminalRegistrationEntity, {
      where: { terminalId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async save(manager: EntityManager, row: TerminalRegistrationEntity): Promise<void> {
    await manager.save(TerminalRegistrationEntity, row);
  }

  /**
   * Terminals on entered vehicles, seen by whoever sees the vehicle; whoever oversees the whole city
   * also sees those that were registered and stand for none any more.
   */
  private rows(manager: EntityManager, scope: AccessScope) {
    return manager
      .createQueryBuilder()
      .select('terminal.id', 'terminalId')
      .addSelect('terminal.phone', 'phone')
      .addSelect('terminal.terminal_no', 'terminalNo')
      .addSelect('terminal.manufacturer', 'manufacturer')
      .addSelect('terminal.model', 'model')
      .addSelect('vehicle.id', 'vehicleId')
      .addSelect('vehicle.plate_no', 'plateNo')
      .addSelect('vehicle.equipment_no', 'equipmentNo')
      .addSelect('vehicle.owner_enterprise_id', 'ownerEnterpriseId')
      .addSelect('vehicle.owner_name', 'ownerName')
      .addSelect('holder.id', 'holderEnterpriseId')
      .addSelect('holder.district', 'holderDistrict')
      .addSelect('registration.registration_no', 'registrationNo')
      .addSelect(STATE, 'state')
      .addSelect(`coalesce(registration.steps, '{}')`, 'steps')
      .addSelect(`${PAPERS_END_ON}::text`, 'papersEndOn')
      .addSelect('coalesce(registration.updated_at, terminal.first_seen_at)', 'updatedAt')
      .addSelect('coalesce(registration.version, 0)', 'version')
      .from('terminal', 'terminal')
      .leftJoin(
        'vehicle',
        'vehicle',
        'vehicle.id = terminal.vehicle_id AND NOT vehicle.is_provisional',
      )
      .leftJoin('enterprise', 'holder', `holder.id = ${HOLDER_ID}`)
      .leftJoin('terminal_registration', 'registration', 'registration.terminal_id = terminal.id')
      .where(
        `(vehicle.id IN (${VISIBLE_VEHICLE_IDS})
          OR (registration.terminal_id IS NOT NULL AND vehicle.id IS NULL
            AND :enterpriseIds::uuid[] IS NULL AND :district::text IS NULL))`,
        visibleVehiclesOf(scope, this.clock.now()),
      );
  }
}
