import { Module } from '@nestjs/common';
import { FixRepository } from './data/fix.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeWake } from './judge-wake.js';
import { StoredFixes } from './stored-fixes.js';

/** All that a process needs in order to take positions in: the gateway mounts it alone. */
@Module({
  providers: [FixDoor, FixRepository, JudgeWake, StoredFixes],
  exports: [FixDoor, JudgeWake, StoredFixes],
})
export class FixDoorModule {}
