import { toWgs84 } from '@tongyun/geo';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { FixRepository } from './data/fix.repository.js';
import type { StorableFix } from './data/storable-fix.js';
import type { IncomingFix, StoreOutcome } from './incoming-fix.js';
import { JudgeWake } from './judge-wake.js';
import { shardOf } from './rules/shard.js';
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

  async store(fixes: readonly IncomingFix[]): Promise<StoreOutcome> {
    if (fixes.length === 0) return { stored: 0, duplicates: 0 };
    const storable = fixes.map(toStorable);
    const groups = await this.unitOfWork.run(async (tx) => {
      const added = await this.fixes.add(tx, storable);
      this.storedFixes.put(added);
      return added;
    });
    const stored = groups.reduce((sum, group) => sum + group.fixes.length, 0);
    if (stored > 0) this.judgeWake.wake();
    return { stored, duplicates: fixes.length - stored };
  }
}

function toStorable(fix: IncomingFix): StorableFix {
  const { lng, lat } = toWgs84({ lng: fix.lngSent, lat: fix.latSent }, fix.crs);
  return { sent: fix, shard: shardOf(fix.vehicleId), lng, lat };
}
