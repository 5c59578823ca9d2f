import type { DocumentId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { DocumentEntity, type KeptSubject } from './document.entity.js';

/** What a file is attached to. */
export interface DocumentOf {
  readonly subject: KeptSubject;
  readonly subjectId: string;
}

/** What is attached; who asks has shown that he may see what it is attached to. */
@Injectable()
export class DocumentRepository {
  /** Oldest first. */
  listOf(manager: EntityManager, { subject, subjectId }: DocumentOf): Promise<DocumentEntity[]> {
    return manager.find(DocumentEntity, {
      where: { subject, subjectId },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Of many at once, oldest first. */
  listOfAll(
    manager: EntityManager,
    subject: KeptSubject,
    subjectIds: readonly string[],
  ): Promise<DocumentEntity[]> {
    return manager.find(DocumentEntity, {
      where: { subject, subjectId: In(subjectIds) },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
  }

  find(
    manager: EntityManager,
    { subject, subjectId }: DocumentOf,
    id: DocumentId,
  ): Promise<DocumentEntity | null> {
    return manager.findOneBy(DocumentEntity, { id, subject, subjectId });
  }

  /** How many there are; whoever else counts them waits until the transaction ends. */
  async lockAndCount(tx: EntityManager, { subject, subjectId }: DocumentOf): Promise<number> {
    await tx.find(DocumentEntity, {
      where: { subject, subjectId },
      lock: { mode: 'pessimistic_write' },
    });
    return tx.countBy(DocumentEntity, { subject, subjectId });
  }

  async insert(tx: EntityManager, row: DocumentEntity): Promise<void> {
    await tx.insert(DocumentEntity, row);
  }
}
