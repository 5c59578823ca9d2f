import type { TrackQuery, TrackView } from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TrackPoints } from './data/track-points.repository.js';
import { NoteTrackAccessService } from './note-track-access.service.js';

/** A day at a fix every ten seconds; a longer question is cut and says so. */
const MOST_POINTS = 10_000;

/** Where vehicles have been. */
@Injectable()
export class TrackQueries {
  constructor(
    private readonly access: NoteTrackAccessService,
    private readonly points: TrackPoints,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The fixes that counted, late ones in their place; half-open, `to` is not inside. */
  async of(
    scope: AccessScope,
    vehicleId: VehicleId,
    span: TrackQuery,
    tx?: EntityManager,
  ): Promise<TrackView> {
    await this.access.note(scope, vehicleId, 'track', span, tx);
    const manager = tx ?? this.unitOfWork.reads;
    const rows = await this.points.page(manager, scope, vehicleId, span, MOST_POINTS + 1);
    return {
      vehicleId,
      points: rows.slice(0, MOST_POINTS).map(({ at, lng, lat, speed_kph }) => ({
        at: at.toISOString(),
        lng,
        lat,
        speedKph: speed_kph,
      })),
      isCut: rows.length > MOST_POINTS,
    };
  }
}
