import { type Clock, CLOCK, DomainError, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeAnnouncer } from './change-announcer.service.js';
import type { DutyEntity } from './data/duty.entity.js';
import { DutyRepository } from './data/duty.repository.js';
import { TripQueries } from './trip-queries.service.js';

@Injectable()
export class ClockOutService {
  constructor(
    private readonly duties: DutyRepository,
    private readonly trips: TripQueries,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends the driver's own duty; a repeat whose first answer was lost gets the ended one. */
  async clockOut(driverId: DriverId, at: Date): Promise<DutyEntity> {
    return this.unitOfWork.run(async (tx) => {
      const open = await this.duties.openOfDriver(tx, driverId);
      if (!open) {
        const latest = await this.duties.latestOfDriver(tx, driverId);
        if (latest?.clockOutAt?.getTime() === at.getTime()) return latest;
        throw new DomainError('DUTY_NOT_OPEN', 'You are not on duty', {});
      }
      const [trip] = await this.trips.openOfDriver(driverId, tx);
      if (trip && trip.startedAt !== null) {
        throw new DomainError('DUTY_HAS_OPEN_TRIP', 'Finish the trip first', {
          tripId: trip.id,
          stage: trip.stage,
        });
      }
      const now = this.clock.now();
      const ended = at > now ? now : at;
      const clockOutAt = ended > open.clockInAt ? ended : open.clockInAt;
      const duty = await this.duties.change(tx, open, { state: 'off_duty', clockOutAt });
      await this.announcer.duty(tx, duty);
      return duty;
    });
  }
}
