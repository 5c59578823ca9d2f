import type { Crs, ImportKind, importState } from '@tongyun/contracts';
import type { ImportId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import type { RawRow } from '../rules/read-row.js';

/** A row of a file with the number of an earlier row that stands for the same thing. */
export interface KeptRow extends RawRow {
  readonly repeats: number | null;
}

/** A file that somebody handed in. Its rows are kept until they are imported or given up. */
@Entity('import_file')
@Index('import_file_taken', ['takenBy', 'takenAt'])
export class ImportFileEntity {
  @PrimaryColumn('uuid')
  id: ImportId;

  @Column('text')
  kind: ImportKind;

  @Column('text', { name: 'file_name' })
  fileName: string;

  /** SHA-256 of the file, hexadecimal. */
  @Column('text')
  sha256: string;

  /** The system of positions whose row states none. */
  @Column('text', { nullable: true })
  crs: Crs | null;

  @Column('integer', { name: 'row_count' })
  rowCount: number;

  /** Null once they are imported. */
  @Column('jsonb', { nullable: true, select: false })
  rows: KeptRow[] | null;

  @Column('text')
  state: z.infer<typeof importState>;

  @Column('uuid', { name: 'taken_by' })
  takenBy: UserId;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;

  @Column('timestamptz', { name: 'imported_at', nullable: true })
  importedAt: Date | null;
}
