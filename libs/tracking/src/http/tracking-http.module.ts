import { Module } from '@nestjs/common';
import { TrackingModule } from '../tracking.module.js';
import { LiveMapController } from './live-map.controller.js';
import { PositionsController } from './positions.controller.js';
import { TracksController } from './tracks.controller.js';

@Module({
  imports: [TrackingModule],
  controllers: [LiveMapController, PositionsController, TracksController],
})
export class TrackingHttpModule {}
