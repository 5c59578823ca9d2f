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

  /** Gives it back, so that the next owner need not wait for it to run out. */
  async release(name: string, owner: string): Promise<void> {
    await this.unitOfWork.reads.query(`DELETE FROM lease WHERE name = $1 AND owner = $2`, [
      name,
      owner,
    ]);
  }
}
