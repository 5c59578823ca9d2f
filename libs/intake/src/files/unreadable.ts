import { DomainError } from '@tongyun/kernel';

export const unreadable = (why: string): DomainError =>
  new DomainError('IMPORT_FILE_UNREADABLE', `The file is no workbook (.xlsx) or CSV: ${why}`, {
    why,
  });

export const tooLarge = (why: string, limit: number): DomainError =>
  new DomainError('IMPORT_FILE_TOO_LARGE', `The file holds too much: ${why}`, { why, limit });
