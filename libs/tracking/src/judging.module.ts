import { AlertsModule } from '@tongyun/alerts';
import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { AnnounceJudged } from './announce-judged.service.js';
import { FixQueue } from './data/fix-queue.repository.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { JudgeQueue } from './data/judge-queue.repository.js';
import { TrackRepository } from './data/track.repository.js';
import { JudgeAgain } from './judge-again.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgeContexts } from './judge-contexts.service.js';
import { JudgeFaults } from './judge-faults.service.js';
import { JudgeLateFixes } from './judge-late-fixes.service.js';
import { JudgeMetrics } from './judge-metrics.js';
import { LateLanes } from './late-lane.service.js';
import { TrackingModule } from './tracking.module.js';
import { Trials } from './trials.service.js';
import { WriteJudgements } from './write-judgements.service.js';

/** How inputs are judged, without anybody who does it on his own: specs mount it alone. */
@Module({
  imports: [
    AlertsModule,
    ComplianceModule,
    DeliveriesModule,
    FleetModule,
    PolicyModule,
    TrackingModule,
  ],
  providers: [
    AnnounceJudged,
    FixQueue,
    JudgeAgain,
    JudgeBatchService,
    JudgeContexts,
    JudgeFaults,
    JudgeInputs,
    JudgeLateFixes,
    JudgeMetrics,
    JudgeQueue,
    LateLanes,
    TrackRepository,
    Trials,
    WriteJudgements,
  ],
  exports: [JudgeAgain, JudgeBatchService, JudgeInputs],
})
export class JudgingModule {}
