import { addSeconds, type Clock, CLOCK } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

/** Work that only one process may do at a time, held by a row that runs out. */
@Injectable()
export class Lease {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes or renews the lease; false while another owner holds it. */
  async take(name: string, owner: string, forSec: number): Promise<boolean> {
    const now = this.clock.now();
    const rows: unknown[] = await this.unitOfWork.reads.query(
      `INSERT INTO lease (name, owner, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET owner = $2, expires_at = $3
         WHERE lease.owner = $2 OR lease.expires_at < $4
       RETURNING name`,
      [name, owner, addSeconds(now, forSec), now],
    );
    return rows.length > 0;
  }

  /** The lease that an owner holds now; null: none. */
  async heldBy(owner: string): Promise<string | null> {
    const rows: { name: string }[] = await this.unitOfWork.reads.query(
      `SELECT name FROM lease WHERE owner = $1 AND expires_at >= $2`,
      [owner, this.clock.now()],
    );
    return rows[0]?.name ?? null;
  }

  /** Who holds a lease now; null: nobody. */
  async ownerOf(name: string): Promise<string | null> {
    const rows: { owner: string }[] = await this.unitOfWork.reads.query(
      `SELECT owner FROM lease WHERE name = $1 AND expires_at >= $2`,
      [name, this.clock.now()],
    );
    return rows[0]?.owner ?? null;
  }

  /** Gives it back, so that the next owner need not wait for it to run out. */
  async release(name: string, owner: string): Promise<void> {
    await this.unitOfWork.reads.query(`DELETE FROM lease WHERE name = $1 AND owner = $2`, [
      name,
      owner,
    ]);
  }
}
