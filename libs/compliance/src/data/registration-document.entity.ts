import type { RegistrationDocumentKind } from '@tongyun/contracts';
import type { RegistrationDocumentId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A file attached to a vehicle's registration. Rows are only added. */
@Entity('registration_document')
@Unique('registration_document_file_name_key', ['fileName'])
@Index('registration_document_vehicle', ['vehicleId', 'addedAt'])
export class RegistrationDocumentEntity {
  @PrimaryColumn('uuid')
  id: RegistrationDocumentId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('text')
  kind: RegistrationDocumentKind;

  @Column('text')
  title: string;

  /** Under which the file store keeps it. */
  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text', { name: 'file_kind' })
  fileKind: 'pdf' | 'jpeg' | 'png';

  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;

  @Column('text')
  sha256: string;

  @Column('uuid', { name: 'added_by' })
  addedBy: UserId;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
