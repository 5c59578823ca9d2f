import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './data/index.js';
import { DrivenDistanceRows } from './data/driven-distance-rows.js';
import { LiveVehicleRows } from './data/live-vehicle-rows.js';
import { PresenceRows } from './data/presence-rows.js';
import { ReplayRows } from './data/replay-rows.js';
import { TrackPoints } from './data/track-points.repository.js';
import { DrivenDistanceQueries } from './driven-distance-queries.service.js';
import { ExportTrackService } from './export-track.service.js';
import { FixDoorModule } from './fix-door.module.js';
import { LiveVehicles } from './live-vehicles.service.js';
import { NoteTrackAccessService } from './note-track-access.service.js';
import { PresenceQueries } from './presence-queries.service.js';
import { ReplayTrackService } from './replay-track.service.js';
import { ReportPositionsService } from './report-positions.service.js';
import { TerminalFixQueries } from './terminal-fix-queries.service.js';
import { TrackQueries } from './track-queries.service.js';

const doors = [
  DrivenDistanceQueries,
  ExportTrackService,
  LiveVehicles,
  PresenceQueries,
  ReplayTrackService,
  ReportPositionsService,
  TerminalFixQueries,
  TrackQueries,
];

/** Positions in, and what is known of vehicles out. The judge is mounted apart: `JudgeModule`. */
@Module({
  imports: [
    TypeOrmModule.forFeature(Object.values(entities)),
    DeliveriesModule,
    FixDoorModule,
    FleetModule,
    PolicyModule,
  ],
  providers: [
    ...doors,
    DrivenDistanceRows,
    LiveVehicleRows,
    NoteTrackAccessService,
    PresenceRows,
    ReplayRows,
    TrackPoints,
  ],
  exports: [...doors, FixDoorModule],
})
export class TrackingModule {}
