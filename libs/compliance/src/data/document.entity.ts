import type { DocumentKind, DocumentSubject } from '@tongyun/contracts';
import type { DocumentId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What files are attached to: beside whom papers are kept of, what other slices have recorded. */
export type KeptSubject =
  DocumentSubject | 'ledger_entry' | 'rectification_step' | 'self_evaluation' | 'evaluation';

/** A file attached to a vehicle, an enterprise, a plant, a driver or a record. Rows are only added. */
@Entity('document')
@Unique('document_file_name_key', ['fileName'])
@Index('document_subject', ['subjectId', 'addedAt'])
export class DocumentEntity {
  @PrimaryColumn('uuid')
  id: DocumentId;

  @Column('text')
  subject: KeptSubject;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text')
  kind: DocumentKind;

  @Column('text')
  title: string;

  /** The last calendar day on which the paper counts; null: it names none. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

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
