import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './data/index.js';
import { LiveVehicleRows } from './data/live-vehicle-rows.js';
import { FixDoorModule } from './fix-door.module.js';
import { LiveVehicles } from './live-vehicles.service.js';
import { ReportPositionsService } from './report-positions.service.js';
import { TrackQueries } from './track-queries.service.js';

const doors = [LiveVehicles, ReportPositionsService, TrackQueries];

/** Positions in, and what is known of vehicles out. The judge is mounted apart: `JudgeModule`. */
@Module({
  imports: [
    TypeOrmModule.forFeature(Object.values(entities)),
    DeliveriesModule,
    FixDoorModule,
    FleetModule,
    PolicyModule,
  ],
  providers: [...doors, LiveVehicleRows],
  exports: [...doors, FixDoorModule],
})
export class TrackingModule {}
