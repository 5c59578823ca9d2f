import type { terminalState } from '@tongyun/contracts';
import type { TerminalId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** Who put a terminal on a vehicle, took it off, blocked or calibrated it, and why. Rows are only added. */
@Entity('terminal_decision')
@Index('terminal_decision_terminal', ['terminalId', 'decidedAt'])
export class TerminalDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'terminal_id' })
  terminalId: TerminalId;

  /** `displaced`: another terminal was put on its vehicle, or nothing tells it from others. `drum_…`: how its sensor is mounted. */
  @Column('text')
  kind:
    | 'bound'
    | 'displaced'
    | 'blocked'
    | 'unblocked'
    | 'drum_inverted'
    | 'drum_as_sent'
    | 'raw_log_on'
    | 'raw_log_off';

  @Column('uuid', { name: 'from_vehicle_id', nullable: true })
  fromVehicleId: VehicleId | null;

  @Column('uuid', { name: 'to_vehicle_id', nullable: true })
  toVehicleId: VehicleId | null;

  @Column('text', { name: 'from_state' })
  fromState: z.infer<typeof terminalState>;

  @Column('text', { name: 'to_state' })
  toState: z.infer<typeof terminalState>;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
