import { FactsQueries } from '@tongyun/compliance';
import { type Clock, CLOCK, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { EventRelay, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { JudgeWake } from './judge-wake.js';

const OF_A_VEHICLE = ['fleet.vehicle_changed', 'compliance.vehicle_changed'];
const OF_ALL = [
  'compliance.zones_changed',
  'fleet.enterprise_changed',
  'fleet.plant_changed',
  'policy.set',
];

/** Has vehicles judged again where they stand: a pass revoked inside a zone alerts at once. */
@Injectable()
export class QueueWhenFactsChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly facts: FactsQueries,
    private readonly inputs: JudgeInputs,
    private readonly unitOfWork: UnitOfWork,
    private readonly judgeWake: JudgeWake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const event of OF_A_VEHICLE) {
      this.relay.listen<{ readonly vehicleId: VehicleId }>({
        name: `tracking.queue-when-${event}`,
        event,
        handle: (tx, { vehicleId }) => this.queueVehicle(tx, vehicleId),
      });
    }
    for (const event of OF_ALL) {
      this.relay.listen({
        name: `tracking.queue-when-${event}`,
        event,
        handle: (tx) => this.queueAll(tx),
      });
    }
  }

  private async queueVehicle(tx: EntityManager, vehicleId: VehicleId): Promise<void> {
    const [facts] = await this.facts.vehicleFacts(SYSTEM_SCOPE, [vehicleId], tx);
    if (!facts) return; // a provisional vehicle that was merged into its real one
    await this.inputs.vehicleChanged(tx, this.clock.now(), facts);
    this.unitOfWork.onCommit(tx, () => this.judgeWake.wake());
  }

  private async queueAll(tx: EntityManager): Promise<void> {
    await this.inputs.decisionsChanged(tx, this.clock.now());
    this.unitOfWork.onCommit(tx, () => this.judgeWake.wake());
  }
}
