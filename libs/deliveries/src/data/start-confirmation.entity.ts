import type { DriverId, EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A driver's word that he begins his next day, and when. Rows are only added; the newest counts. */
@Entity('start_confirmation')
@Index('start_confirmation_day', ['enterpriseId', 'operatingOn'])
@Index('start_confirmation_driver', ['driverId', 'receivedAt'])
export class StartConfirmationEntity {
  /** Made by the phone: the same id is taken once. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('date', { name: 'operating_on' })
  operatingOn: string;

  /** When he says that he begins. */
  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  /** When he said so, by the phone's clock and by ours. */
  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
