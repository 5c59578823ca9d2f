import { Needs, Scope } from '@tongyun/accounts';
import { type TrackQuery, trackQuery, type TrackView, trackView } from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { Controller, Get, Param, ParseUUIDPipe, Query, SerializeOptions } from '@nestjs/common';
import { TrackQueries } from '../track-queries.service.js';

@Controller('vehicles')
export class TracksController {
  constructor(private readonly tracks: TrackQueries) {}

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
}
