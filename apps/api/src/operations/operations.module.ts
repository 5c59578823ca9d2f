import { TrackingModule } from '@tongyun/tracking';
import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';

/** What those who run the product ask it. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false }), TrackingModule],
  controllers: [HealthController, MetricsController],
})
export class OperationsModule {}
