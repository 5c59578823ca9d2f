import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { FixRepository } from './data/fix.repository.js';
import type { PreparedBlock } from './data/stored-group.js';
import { FixRows } from './fix-rows.js';
import type { IncomingFix, StoreOutcome } from './incoming-fix.js';
import { JudgeWake } from './judge-wake.js';
import { StoredFixes } from './stored-fixes.js';

/** Fixes that are numbered and written out, to be stored once; what is not stored leaves a gap in the numbers. */
export interface PreparedFixes {
  readonly count: number;
  readonly blocks: readonly PreparedBlock[];
}

/**
 * Where every position enters: stored first, judged later by whoever holds the vehicle's shard.
 *
 * Once `store` has answered, the fixes are kept and may be acknowledged to the device.
 */
@Injectable()
export class FixDoor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fixes: FixRepository,
    private readonly storedFixes: StoredFixes,
    private readonly judgeWake: JudgeWake,
  ) {}

  async store(fixes: readonly IncomingFix[]): Promise<StoreOutcome> {
    return this.storePrepared(await this.prepare(FixRows.of(fixes)));
  }

  /** What can be done before those that came earlier are stored: the order of coming is settled here. */
  async prepare(fixes: FixRows): Promise<PreparedFixes> {
    const blocks = await this.fixes.prepare(this.unitOfWork.singleStatement, fixes);
    return { count: fixes.count, blocks };
  }

  async storePrepared({ count, blocks }: PreparedFixes): Promise<StoreOutcome> {
    if (count === 0) return { stored: 0, duplicates: 0 };
    const groups = await this.unitOfWork.run(async (tx) => {
      const added = await this.fixes.add(tx, blocks);
      this.storedFixes.put(added);
      return added;
    });
    const stored = groups.reduce((sum, { places }) => sum + places.length, 0);
    if (stored > 0) this.judgeWake.wake();
    return { stored, duplicates: count - stored };
  }
}
