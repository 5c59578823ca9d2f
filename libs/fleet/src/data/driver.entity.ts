import type { DriverId, EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** Who drives for an enterprise; trainings are in `compliance`, sign-ins in `accounts`. */
@Entity('driver')
@Index('driver_phone', ['enterpriseId', 'phone'], { unique: true, where: 'left_at IS NULL' })
export class DriverEntity {
  @PrimaryColumn('uuid')
  id: DriverId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  name: string;

  @Column('text')
  phone: string;

  @Column('text', { name: 'licence_class' })
  licenceClass: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** His last calendar day in the enterprise; null: he is there. */
  @Column('date', { name: 'left_on', nullable: true })
  leftOn: string | null;

  /** When it was put on record: from then on he is given no work. */
  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt: Date | null;

  /** When his name and number were taken out, long after he left; null: they are kept. */
  @Column('timestamptz', { name: 'forgotten_at', nullable: true })
  forgottenAt: Date | null;

  @VersionColumn({ default: 1 })
  version: number;
}
