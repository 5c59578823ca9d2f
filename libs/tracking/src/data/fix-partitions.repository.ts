import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FixDay, findPartitionsOver } from '../rules/fix-days.js';

/** The partitions of `fix`. Statements about tables take no parameters: names and times are ours. */
@Injectable()
export class FixPartitions {
  /** Makes the partition of a day unless it is there, with the fixes of it that came before it was. */
  async make(tx: EntityManager, { partition, from, to }: FixDay): Promise<boolean> {
    // Other processes that make partitions wait. Attaching then keeps fixes out of `fix_other` while it
    // is looked through; days are made ahead, so that little lies in it but what came before there were days.
    await tx.query(`LOCK TABLE fix IN SHARE UPDATE EXCLUSIVE MODE`);
    if ((await this.names(tx)).includes(partition)) return false;
    const span = `FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`;
    await tx.query(`CREATE TABLE ${partition} (LIKE fix INCLUDING DEFAULTS)`);
    await tx.query(
      `WITH moved AS (DELETE FROM fix_other WHERE at >= $1 AND at < $2 RETURNING *)
       INSERT INTO ${partition} SELECT * FROM moved`,
      [from, to],
    );
    await tx.query(`ALTER TABLE fix ATTACH PARTITION ${partition} FOR VALUES ${span}`);
    return true;
  }

  /** Drops the days that are older than `keepFrom`, and fixes as old that are of no day. */
  async dropBefore(tx: EntityManager, keepFrom: Date): Promise<string[]> {
    await tx.query(`LOCK TABLE fix IN SHARE UPDATE EXCLUSIVE MODE`);
    const over = findPartitionsOver(await this.names(tx), keepFrom);
    for (const partition of over) await tx.query(`DROP TABLE ${partition}`);
    await tx.query(`DELETE FROM fix_other WHERE received_at < $1`, [keepFrom]);
    return over;
  }

  private async names(tx: EntityManager): Promise<string[]> {
    const rows: { name: string }[] = await tx.query(
      `SELECT child.relname AS name FROM pg_inherits
       JOIN pg_class child ON child.oid = inhrelid WHERE inhparent = 'fix'::regclass`,
    );
    return rows.map(({ name }) => name);
  }
}
