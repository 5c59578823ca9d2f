import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DocumentCounterEntity } from './document-counter.entity.js';

/** Counts the numbers on papers. Vehicles of two provinces may share a prefix. */
@Injectable()
export class DocumentCounterRepository {
  /** The next number under a prefix, from 1; who asks at the same time waits for this transaction. */
  async next(
    tx: EntityManager,
    kind: DocumentCounterEntity['kind'],
    prefix: string,
  ): Promise<number> {
    const [row]: [{ value: number }] = await tx.query(
      `INSERT INTO document_counter (kind, prefix, value) VALUES ($1, $2, 1)
       ON CONFLICT (kind, prefix) DO UPDATE SET value = document_counter.value + 1
       RETURNING value`,
      [kind, prefix],
    );
    return row.value;
  }
}
