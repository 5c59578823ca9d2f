import { AccountsModule } from '@tongyun/accounts';
import { Module } from '@nestjs/common';
import { PhoneMetrics } from '../phone-metrics.js';
import { TakePhoneReportService } from '../take-phone-report.service.js';
import { TrackingModule } from '../tracking.module.js';
import { LiveMapController } from './live-map.controller.js';
import { OsmandController } from './osmand.controller.js';
import { PositionsController } from './positions.controller.js';
import { TerminalFixController } from './terminal-fix.controller.js';
import { TracksController } from './tracks.controller.js';

@Module({
  imports: [AccountsModule, TrackingModule],
  controllers: [
    LiveMapController,
    OsmandController,
    PositionsController,
    TerminalFixController,
    TracksController,
  ],
  providers: [PhoneMetrics, TakePhoneReportService],
})
export class TrackingHttpModule {}
