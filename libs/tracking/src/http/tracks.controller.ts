import { Readable } from 'node:stream';
import { Needs, Scope } from '@tongyun/accounts';
import {
  type ExportTrackQuery,
  exportTrackQuery,
  type ReplayView,
  replayView,
  type TrackQuery,
  trackQuery,
  type TrackView,
  trackView,
  type VehiclePresenceView,
  vehiclePresenceView,
} from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Query,
  SerializeOptions,
  StreamableFile,
} from '@nestjs/common';
import { ExportTrackService } from '../export-track.service.js';
import { PresenceQueries } from '../presence-queries.service.js';
import { ReplayTrackService } from '../replay-track.service.js';
import { TrackQueries } from '../track-queries.service.js';

const FILE_TYPES = { csv: 'text/csv; charset=utf-8', geojson: 'application/geo+json' };

@Controller('vehicles')
export class TracksController {
  constructor(
    private readonly tracks: TrackQueries,
    private readonly replayTrack: ReplayTrackService,
    private readonly exportTrack: ExportTrackService,
    private readonly presences: PresenceQueries,
  ) {}

  @Get(':id/track')
  @Needs('tracks.read')
  @SerializeOptions({ schema: trackView })
  get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: trackQuery }) query: TrackQuery,
  ): Promise<TrackView> {
    return this.tracks.of(scope, id as VehicleId, query);
  }

  @Get(':id/presence')
  @Needs('map.read')
  @SerializeOptions({ schema: vehiclePresenceView })
  presence(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VehiclePresenceView> {
    return this.presences.of(scope, id as VehicleId);
  }

  @Get(':id/replay')
  @Needs('tracks.read')
  @SerializeOptions({ schema: replayView })
  replay(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: trackQuery }) query: TrackQuery,
  ): Promise<ReplayView> {
    return this.replayTrack.replay(scope, id as VehicleId, query);
  }

  @Get(':id/track/export')
  @Needs('tracks.read')
  async export(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: exportTrackQuery }) query: ExportTrackQuery,
  ): Promise<StreamableFile> {
    const parts = await this.exportTrack.export(scope, id as VehicleId, query);
    const day = query.from.toISOString().slice(0, 10);
    return new StreamableFile(Readable.from(parts, { objectMode: false }), {
      type: FILE_TYPES[query.format],
      disposition: `attachment; filename="track-${day}.${query.format}"`,
    });
  }
}
