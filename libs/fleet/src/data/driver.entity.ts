import type { DriverId, EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** Who drives for an enterprise; trainings are in `compliance`, sign-ins in `accounts`. */
@Entity('driver')
@Unique('driver_phone', ['enterpriseId', 'phone'])
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

  @VersionColumn({ default: 1 })
  version: number;
}
