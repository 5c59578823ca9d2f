import { DomainError } from '@tongyun/kernel';
import type { Words } from '../rules/columns/column.js';

export const unreadable = (why: Words): DomainError =>
  new DomainError('IMPORT_FILE_UNREADABLE', `The file is no workbook (.xlsx) or CSV: ${why.en}`, {
    why,
  });

/** Of what a file may hold only so much; the bytes are those that a workbook unpacks to. */
export type Bounded = 'rows' | 'cells' | 'parts' | 'bytes';

export const tooLarge = (tooMany: Bounded, most: number): DomainError =>
  new DomainError('IMPORT_FILE_TOO_LARGE', `The file holds too many ${tooMany}`, {
    tooMany,
    ...(tooMany === 'bytes' ? { mostBytes: most } : { most }),
  });
