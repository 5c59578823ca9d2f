import { AlertsModule } from '@tongyun/alerts';
import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { AnnounceJudged } from './announce-judged.service.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { JudgeQueue } from './data/judge-queue.repository.js';
import { TrackRepository } from './data/track.repository.js';
import { FixDoorModule } from './fix-door.module.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgeContexts } from './judge-contexts.service.js';
import { JudgeFaults } from './judge-faults.service.js';
import { JudgeLateFixes } from './judge-late-fixes.service.js';
import { JudgeService } from './judge.service.js';
import { LateLanes } from './late-lane.service.js';
import { QueueWhenFactsChanged } from './queue-when-facts-changed.listener.js';
import { QueueWhenTripChanged } from './queue-when-trip-changed.listener.js';
import { TrackingModule } from './tracking.module.js';
import { WriteJudgements } from './write-judgements.service.js';

const repositories = [JudgeInputs, JudgeQueue, TrackRepository];
const listeners = [QueueWhenFactsChanged, QueueWhenTripChanged];

/** The judge role: mounted by `apps/server` or `apps/api`, never by the gateway. */
@Module({
  imports: [
    AlertsModule,
    ComplianceModule,
    DeliveriesModule,
    FixDoorModule,
    FleetModule,
    PolicyModule,
    TrackingModule,
  ],
  providers: [
    ...repositories,
    ...listeners,
    AnnounceJudged,
    JudgeBatchService,
    JudgeContexts,
    JudgeFaults,
    JudgeLateFixes,
    JudgeService,
    LateLanes,
    WriteJudgements,
  ],
  exports: [JudgeBatchService, JudgeService],
})
export class JudgeModule {}
