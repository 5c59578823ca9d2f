import type { ListTerminalsQuery } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  maySeeEnterprise,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import { readCursor, readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalEntity } from './data/terminal.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import type { VehicleEntity } from './data/vehicle.entity.js';

export interface TerminalOnVehicle {
  readonly terminal: TerminalEntity;
  readonly vehicle: VehicleEntity | null;
}

@Injectable()
export class TerminalQueries {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, id: TerminalId, tx?: EntityManager): Promise<TerminalOnVehicle> {
    const manager = tx ?? this.unitOfWork.reads;
    const terminal = await this.terminals.find(manager, scope, id, this.clock.now());
    if (!terminal) throw new DomainError('TERMINAL_NOT_FOUND', `No terminal ${id}`, { id });
    const [vehicle = null] = await this.terminals.vehiclesOf(manager, [terminal]);
    return { terminal, vehicle };
  }

  /** As `get`, for who is to change it or tell it something: who only uses its vehicle may not. */
  async getToChange(
    scope: AccessScope,
    id: TerminalId,
    tx?: EntityManager,
  ): Promise<TerminalOnVehicle> {
    const found = await this.get(scope, id, tx);
    const ownerId = found.vehicle?.ownerEnterpriseId ?? null;
    if (found.terminal.state === 'provisional' || maySeeEnterprise(scope, ownerId)) return found;
    throw new DomainError('FORBIDDEN', 'The terminal is on a vehicle of another enterprise', {
      terminalId: id,
    });
  }

  /** By phone or the latest heard first; one row more than the page holds, for `toPage`. */
  async list(scope: AccessScope, query: ListTerminalsQuery): Promise<TerminalOnVehicle[]> {
    const { reads } = this.unitOfWork;
    const after = query.order === 'last_seen' ? readInstantCursor(query) : readCursor(query);
    const terminals = await this.terminals.list(reads, scope, query, after, this.clock.now());
    const vehicles = await this.terminals.vehiclesOf(reads, terminals);
    const vehicleOf = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]));
    return terminals.map((terminal) => ({
      terminal,
      vehicle: (terminal.vehicleId && vehicleOf.get(terminal.vehicleId)) ?? null,
    }));
  }

  /** Which terminal stands for each of these vehicles; the caller may see the vehicles. */
  async ofVehicles(
    vehicleIds: readonly VehicleId[],
    tx?: EntityManager,
  ): Promise<ReadonlyMap<VehicleId, TerminalId>> {
    const manager = tx ?? this.unitOfWork.reads;
    const terminals = await this.terminals.onVehicles(manager, vehicleIds);
    return new Map(terminals.map(({ id, vehicleId }) => [vehicleId!, id]));
  }
}
