import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TripWaysRepository } from './data/trip-ways.repository.js';
import { FixDoorModule } from './fix-door.module.js';
import { FindTripWays } from './find-trip-ways.service.js';
import { JudgeService } from './judge.service.js';
import { JudgingModule } from './judging.module.js';
import { QueueWhenFactsChanged } from './queue-when-facts-changed.listener.js';
import { QueueWhenTerminalLeft } from './queue-when-terminal-left.listener.js';
import { QueueWhenTripChanged } from './queue-when-trip-changed.listener.js';

/** The judge role: mounted by `apps/server` or `apps/api`, never by the gateway. */
@Module({
  imports: [PolicyModule, ComplianceModule, DeliveriesModule, FixDoorModule, JudgingModule],
  providers: [
    FindTripWays,
    JudgeService,
    QueueWhenFactsChanged,
    QueueWhenTerminalLeft,
    QueueWhenTripChanged,
    TripWaysRepository,
  ],
  exports: [JudgeService],
})
export class JudgeModule {}
