import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { FixPartitions } from './data/fix-partitions.repository.js';
import { FixRepository } from './data/fix.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBacklog } from './judge-backlog.service.js';
import { JudgeWake } from './judge-wake.js';
import { KeepFixPartitions } from './keep-fix-partitions.service.js';
import { StoredFixes } from './stored-fixes.js';

/**
 * All that a process needs in order to take positions in: the gateway mounts it alone. The days' partitions
 * are made here, so that they are there before any door that imports it opens.
 */
@Module({
  imports: [PolicyModule],
  providers: [
    FixDoor,
    FixPartitions,
    FixRepository,
    JudgeBacklog,
    JudgeWake,
    KeepFixPartitions,
    StoredFixes,
  ],
  exports: [FixDoor, JudgeBacklog, JudgeWake, StoredFixes],
})
export class FixDoorModule {}
