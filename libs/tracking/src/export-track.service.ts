import type { ExportTrackQuery } from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { TrackPoints } from './data/track-points.repository.js';
import { NoteTrackAccessService } from './note-track-access.service.js';
import { writeCsv, writeGeoJson } from './write-track.js';

const WRITERS = { csv: writeCsv, geojson: writeGeoJson };

/** Gives a track away as a file, a page at a time. */
@Injectable()
export class ExportTrackService {
  constructor(
    private readonly access: NoteTrackAccessService,
    private readonly points: TrackPoints,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The parts of the file in order; nothing is given before the access is noted. */
  async export(
    scope: AccessScope,
    vehicleId: VehicleId,
    { format, ...span }: ExportTrackQuery,
  ): Promise<AsyncIterable<string>> {
    await this.access.note(scope, vehicleId, `export_${format}`, span);
    return WRITERS[format](this.points.pages(this.unitOfWork.reads, scope, vehicleId, span));
  }
}
