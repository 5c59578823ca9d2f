import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type Interval,
  minutesBetween,
  newId,
  type VehicleId,
} from '@tongyun/kernel';
import { VehicleQueries } from '@tongyun/fleet';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TrackAccessEntity, type TrackAccessKind } from './data/track-access.entity.js';

const MIN_PER_DAY = 1_440;

/** Days that may be asked for at once. */
const MOST_DAYS: Readonly<Record<TrackAccessKind, number>> = {
  track: 31,
  replay: 7,
  export_csv: 31,
  export_geojson: 31,
};

/**
 * Stands before every look at where a vehicle has been, which is where its driver was: lets it pass
 * when the asker may see the vehicle, and keeps who asked for what.
 */
@Injectable()
export class NoteTrackAccessService {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async note(
    scope: AccessScope,
    vehicleId: VehicleId,
    kind: TrackAccessKind,
    { from, to }: Interval,
    tx?: EntityManager,
  ): Promise<void> {
    if (to <= from) {
      throw new DomainError('TRACK_SPAN_INVALID', 'The span ends before it begins', { from, to });
    }
    const withinDays = MOST_DAYS[kind];
    if (minutesBetween(from, to) > withinDays * MIN_PER_DAY) {
      throw new DomainError('TRACK_SPAN_TOO_LONG', 'The span is too long for one question', {
        from,
        to,
        withinDays,
      });
    }
    await this.vehicles.get(scope, vehicleId, tx);
    const row = {
      id: newId<string>(),
      vehicleId,
      kind,
      spanFrom: from,
      spanTo: to,
      askedBy: scope.userId,
      askedAt: this.clock.now(),
    };
    const add = (manager: EntityManager) => manager.insert(TrackAccessEntity, row);
    await (tx ? add(tx) : this.unitOfWork.run(add));
  }
}
