import type { ListTerminalsQuery } from '@tongyun/contracts';
import type { AccessScope, TerminalId, VehicleId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TerminalEntity } from './terminal.entity.js';
import { TerminalDecisionEntity } from './terminal-decision.entity.js';
import { VehicleEntity } from './vehicle.entity.js';

/** An enterprise sees the terminals of vehicles it owns or may use now. */
const ON_ITS_VEHICLE = `EXISTS (
  SELECT 1 FROM vehicle LEFT JOIN use_agreement use
    ON use.vehicle_id = vehicle.id AND use.kind <> 'own' AND use.valid_from <= :now
      AND coalesce(least(use.valid_to, use.ended_at) > :now, true)
  WHERE vehicle.id = terminal.vehicle_id
    AND (vehicle.owner_enterprise_id = ANY(:enterpriseIds)
      OR use.enterprise_id = ANY(:enterpriseIds)))`;

/** The questions this slice asks of its terminals, and the trace of what was decided on them. */
@Injectable()
export class TerminalRepository {
  find(
    manager: EntityManager,
    scope: AccessScope,
    id: TerminalId,
    now: Date,
  ): Promise<TerminalEntity | null> {
    return this.visible(manager, scope, now).andWhere('terminal.id = :id', { id }).getOne();
  }

  /** By phone, or the latest heard first; after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { state, isRefused, order, limit }: ListTerminalsQuery,
    after: CursorKey | null,
    now: Date,
  ): Promise<TerminalEntity[]> {
    const rows = this.visible(manager, scope, now);
    if (state !== undefined) rows.andWhere('terminal.state = :state', { state });
    if (isRefused !== undefined) {
      rows.andWhere(`terminal.refusalCode IS ${isRefused ? 'NOT NULL' : 'NULL'}`);
    }
    rows.limit(limit + 1);
    if (order === 'last_seen') {
      if (after) rows.andWhere('(terminal.lastSeenAt, terminal.id) < (:key, :id)', after);
      return rows.orderBy({ 'terminal.lastSeenAt': 'DESC', 'terminal.id': 'DESC' }).getMany();
    }
    if (after) rows.andWhere('(terminal.phone, terminal.id) > (:key, :id)', after);
    return rows.orderBy({ 'terminal.phone': 'ASC', 'terminal.id': 'ASC' }).getMany();
  }

  /** Terminals that stand for these vehicles and are not blocked. */
  onVehicles(manager: EntityManager, vehicleIds: readonly VehicleId[]): Promise<TerminalEntity[]> {
    return manager
      .createQueryBuilder(TerminalEntity, 'terminal')
      .where('terminal.vehicleId = ANY(:vehicleIds)', { vehicleIds })
      .andWhere(`terminal.state <> 'blocked'`)
      .orderBy('terminal.id')
      .getMany();
  }

  /** The vehicles that terminals stand for, whoever owns them. */
  vehiclesOf(
    manager: EntityManager,
    terminals: readonly TerminalEntity[],
  ): Promise<VehicleEntity[]> {
    const ids = terminals.map(({ vehicleId }) => vehicleId).filter((id) => id !== null);
    return manager
      .createQueryBuilder(VehicleEntity, 'vehicle')
      .where('vehicle.id = ANY(:ids)', { ids })
      .getMany();
  }

  lock(manager: EntityManager, id: TerminalId): Promise<TerminalEntity | null> {
    return manager.findOne(TerminalEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockByPhone(manager: EntityManager, phone: string): Promise<TerminalEntity | null> {
    return manager.findOne(TerminalEntity, {
      where: { phone },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Says whether the row is new; a phone that two connections bring at once is entered once. */
  async insertUnknown(manager: EntityManager, row: TerminalEntity): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(TerminalEntity)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  save(manager: EntityManager, row: TerminalEntity): Promise<TerminalEntity> {
    return manager.save(TerminalEntity, row);
  }

  /** Those of the decisions with this id or a later one, by the clock of who decided. */
  async decidedFrom(manager: EntityManager, decisionId: string): Promise<TerminalId[]> {
    const rows: { terminal_id: TerminalId }[] = await manager.query(
      `SELECT DISTINCT terminal_id FROM terminal_decision WHERE id >= $1`,
      [decisionId],
    );
    return rows.map(({ terminal_id }) => terminal_id);
  }

  async insertDecision(manager: EntityManager, row: TerminalDecisionEntity): Promise<void> {
    await manager.insert(TerminalDecisionEntity, row);
  }

  /** A fitter also sees those that stand for nobody's vehicle: he has just mounted one. */
  private visible(manager: EntityManager, { enterpriseIds, roles }: AccessScope, now: Date) {
    const rows = manager.createQueryBuilder(TerminalEntity, 'terminal').where('true');
    if (enterpriseIds === 'all') return rows;
    const condition = roles.includes('fitter')
      ? `(terminal.state = 'provisional' OR ${ON_ITS_VEHICLE})`
      : ON_ITS_VEHICLE;
    return rows.andWhere(condition, { enterpriseIds, now });
  }
}
