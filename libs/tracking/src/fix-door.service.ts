import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { FixRepository } from './data/fix.repository.js';
import { FixRows } from './fix-rows.js';
import type { IncomingFix, StoreOutcome } from './incoming-fix.js';
import { JudgeWake } from './judge-wake.js';
import { StoredFixes } from './stored-fixes.js';

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

  store(fixes: readonly IncomingFix[]): Promise<StoreOutcome> {
    return this.storeRows(FixRows.of(fixes));
  }

  async storeRows(fixes: FixRows): Promise<StoreOutcome> {
    if (fixes.count === 0) return { stored: 0, duplicates: 0 };
    const groups = await this.unitOfWork.run(async (tx) => {
      const added = await this.fixes.add(tx, fixes);
      this.storedFixes.put(added);
      return added;
    });
    const stored = groups.reduce((sum, { places }) => sum + places.length, 0);
    if (stored > 0) this.judgeWake.wake();
    return { stored, duplicates: fixes.count - stored };
  }
}
