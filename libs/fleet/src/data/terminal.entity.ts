import type { TerminalRefusalCode, terminalState } from '@tongyun/contracts';
import type { TerminalId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { z } from 'zod';

/** A device on a truck, known by its phone number. */
@Entity('terminal')
@Unique('terminal_phone_key', ['phone'])
export class TerminalEntity {
  @PrimaryColumn('uuid')
  id: TerminalId;

  @Column('text')
  phone: string;

  @Column('text', { name: 'terminal_no', nullable: true })
  terminalNo: string | null;

  @Column('text', { nullable: true })
  manufacturer: string | null;

  @Column('text', { nullable: true })
  model: string | null;

  /** What the last device stated that was turned down for not being the one above. */
  @Column('text', { name: 'claimed_terminal_no', nullable: true })
  claimedTerminalNo: string | null;

  @Column('text', { name: 'claimed_manufacturer', nullable: true })
  claimedManufacturer: string | null;

  @Column('text', { name: 'protocol_version', nullable: true })
  protocolVersion: string | null;

  /** Plate and colour as the terminal itself states them; `vehicleId` is what we hold true. */
  @Column('text', { name: 'plate_sent', nullable: true })
  plateSent: string | null;

  @Column('text', { name: 'plate_color_sent', nullable: true })
  plateColorSent: string | null;

  @Index('terminal_vehicle')
  @Column('uuid', { name: 'vehicle_id', nullable: true })
  vehicleId: VehicleId | null;

  @Column('text', { name: 'auth_code' })
  authCode: string;

  @Column('text')
  state: z.infer<typeof terminalState>;

  /** Its drum sensor calls turning forwards reverse. */
  @Column('boolean', { name: 'is_drum_inverted', default: false })
  isDrumInverted: boolean;

  /** What it sent when it registered or was turned down, hexadecimal. */
  @Column('text', { name: 'last_frame', nullable: true })
  lastFrame: string | null;

  @Column('timestamptz', { name: 'last_frame_at', nullable: true })
  lastFrameAt: Date | null;

  /** Why it was turned down; null once it has shown its code. */
  @Column('text', { name: 'refusal_code', nullable: true })
  refusalCode: TerminalRefusalCode | null;

  /** Its bytes are kept until then. */
  @Column('timestamptz', { name: 'raw_log_until', nullable: true })
  rawLogUntil: Date | null;

  @Column('timestamptz', { name: 'first_seen_at' })
  firstSeenAt: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
