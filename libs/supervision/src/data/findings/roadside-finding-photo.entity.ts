import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A photo of what was found, or of how it was put right. Rows are only added. */
@Entity('roadside_finding_photo')
@Unique('roadside_finding_photo_file_name_key', ['fileName'])
export class RoadsideFindingPhotoEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('roadside_finding_photo_finding')
  @Column('uuid', { name: 'finding_id' })
  findingId: string;

  /** Under which the file store keeps it. */
  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text', { name: 'file_kind' })
  fileKind: 'jpeg' | 'png';

  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;

  @Column('text')
  sha256: string;

  @Column('uuid', { name: 'added_by' })
  addedBy: UserId;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
