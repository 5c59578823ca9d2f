import type { PageQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, type ImportId } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { ImportFileEntity } from './data/import-file.entity.js';
import { ImportFileRepository } from './data/import-file.repository.js';

/** The files that somebody handed in; nobody else sees them. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly files: ImportFileRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: ImportId): Promise<ImportFileEntity> {
    const file = await this.files.find(this.unitOfWork.reads, scope, id);
    if (!file) throw new DomainError('IMPORT_NOT_FOUND', `No file ${id}`, { id });
    return file;
  }

  /** Latest first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: PageQuery): Promise<ImportFileEntity[]> {
    const { reads } = this.unitOfWork;
    return this.files.list(reads, scope, readInstantCursor(query), query.limit + 1);
  }
}
