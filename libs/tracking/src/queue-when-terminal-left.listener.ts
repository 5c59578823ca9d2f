import { type FleetEvents, TerminalQueries, VehicleQueries } from '@tongyun/fleet';
import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { JudgeWake } from './judge-wake.js';

type TerminalChanged = FleetEvents['fleet.terminal_changed'];

/** Ends what goes on with a provisional vehicle once its terminal is bound elsewhere or blocked. */
@Injectable()
export class QueueWhenTerminalLeft implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly terminals: TerminalQueries,
    private readonly vehicles: VehicleQueries,
    private readonly inputs: JudgeInputs,
    private readonly unitOfWork: UnitOfWork,
    private readonly judgeWake: JudgeWake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.relay.listen<TerminalChanged>({
      name: 'tracking.queue-when-terminal-left',
      event: 'fleet.terminal_changed',
      handle: (tx, { fromVehicleId }) => this.queue(tx, fromVehicleId),
    });
  }

  private async queue(
    tx: EntityManager,
    fromVehicleId: TerminalChanged['fromVehicleId'],
  ): Promise<void> {
    if (fromVehicleId === null) return;
    const [left] = await this.vehicles.getMany(SYSTEM_SCOPE, [fromVehicleId], tx);
    if (left?.isProvisional !== true) return;
    if ((await this.terminals.ofVehicles([fromVehicleId], tx)).size > 0) return;
    await this.inputs.stoodDown(tx, fromVehicleId, this.clock.now());
    this.unitOfWork.onCommit(tx, () => this.judgeWake.wake());
  }
}
