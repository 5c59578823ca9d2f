import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { AuditEntryEntity } from './audit-entry.entity.js';

/** The links of the chain, which are only added. */
@Injectable()
export class AuditChain {
  /** The last link; null while nothing is sealed. */
  head(manager: EntityManager): Promise<AuditEntryEntity | null> {
    return manager
      .createQueryBuilder(AuditEntryEntity, 'entry')
      .orderBy('entry.sequence', 'DESC')
      .limit(1)
      .getOne();
  }

  after(manager: EntityManager, sequence: number, limit: number): Promise<AuditEntryEntity[]> {
    return manager.find(AuditEntryEntity, {
      where: { sequence: MoreThan(sequence) },
      order: { sequence: 'ASC' },
      take: limit,
    });
  }

  /** The greatest id of a source that a link holds; null when none is. */
  async lastRowId(manager: EntityManager, source: string): Promise<string | null> {
    const [row]: { row_id: string }[] = await manager.query(
      `SELECT row_id FROM audit_entry WHERE source = $1 ORDER BY row_id DESC LIMIT 1`,
      [source],
    );
    return row?.row_id ?? null;
  }

  /** Refused by the database when another process added its links first. */
  async add(tx: EntityManager, links: readonly AuditEntryEntity[]): Promise<void> {
    await tx.query(
      `INSERT INTO audit_entry (sequence, source, form, row_id, digest, sealed_at, hash)
       SELECT * FROM unnest($1::bigint[], $2::text[], $3::smallint[], $4::uuid[], $5::text[],
         $6::timestamptz[], $7::text[])`,
      [
        links.map(({ sequence }) => sequence),
        links.map(({ source }) => source),
        links.map(({ form }) => form),
        links.map(({ rowId }) => rowId),
        links.map(({ digest }) => digest),
        links.map(({ sealedAt }) => sealedAt),
        links.map(({ hash }) => hash),
      ],
    );
  }
}
