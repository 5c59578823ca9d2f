import { type AccessScope, type Clock, CLOCK, newId, type VehicleId } from '@tongyun/kernel';
import { Outbox } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalEntity } from './data/terminal.entity.js';
import type { TerminalDecisionEntity } from './data/terminal-decision.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import type { FleetEvents } from './fleet.events.js';

export interface TerminalDecision {
  readonly kind: TerminalDecisionEntity['kind'];
  readonly state: TerminalEntity['state'];
  readonly vehicleId: VehicleId | null;
  readonly reason: string;
}

/** Changes what a terminal stands for, and never without a trace and an event. */
@Injectable()
export class TerminalDecisions {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param terminal locked by this transaction */
  async record(
    tx: EntityManager,
    scope: AccessScope,
    terminal: TerminalEntity,
    { kind, state, vehicleId, reason }: TerminalDecision,
  ): Promise<TerminalEntity> {
    const fromVehicleId = terminal.vehicleId;
    await this.terminals.insertDecision(tx, {
      id: newId(),
      terminalId: terminal.id,
      kind,
      fromVehicleId,
      toVehicleId: vehicleId,
      fromState: terminal.state,
      toState: state,
      reason,
      decidedBy: scope.userId,
      decidedAt: this.clock.now(),
    });
    const saved = await this.terminals.save(tx, Object.assign(terminal, { state, vehicleId }));
    await this.tell(tx, terminal, fromVehicleId);
    return saved;
  }

  async tell(
    tx: EntityManager,
    { id }: TerminalEntity,
    fromVehicleId: VehicleId | null = null,
  ): Promise<void> {
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.terminal_changed',
      orderingKey: id,
      payload: { terminalId: id, fromVehicleId },
    });
  }
}
