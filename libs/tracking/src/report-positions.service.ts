import type { ReportPositionsRequest, ReportPositionsView } from '@tongyun/contracts';
import { DutyQueries } from '@tongyun/deliveries';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  minutesBetween,
  secondsBetween,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { FixDoor } from './fix-door.service.js';

type PhoneFix = ReportPositionsRequest['fixes'][number];

const MINUTES_PER_HOUR = 60;

/** Takes the positions of a driver's own phone, while he is on duty on a vehicle. */
@Injectable()
export class ReportPositionsService {
  constructor(
    private readonly duties: DutyQueries,
    private readonly policies: PolicyQueries,
    private readonly door: FixDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async report(
    scope: AccessScope,
    { crs, fixes }: ReportPositionsRequest,
  ): Promise<ReportPositionsView> {
    const { driverId } = scope;
    const duty = driverId === null ? null : await this.duties.openDutyOf(scope, { driverId });
    if (driverId === null || duty === null) {
      throw new DomainError('OFF_DUTY', 'Positions are taken only from a driver on duty');
    }
    const receivedAt = this.clock.now();
    await this.refuseImpossibleTimes(fixes, receivedAt);

    return this.door.store(
      fixes.map((fix) => ({
        vehicleId: duty.vehicleId,
        at: fix.at,
        source: 'phone',
        terminalId: null,
        driverId,
        clientId: fix.id,
        receivedAt,
        crs,
        lngSent: fix.lng,
        latSent: fix.lat,
        accuracyM: fix.accuracyM,
        altitudeM: null,
        speedKph: fix.speedKph,
        headingDeg: fix.headingDeg,
        mileageKm: null,
        alarmBits: 0,
        statusBits: 0,
        isLocated: true,
        extras: null,
      })),
    );
  }

  /** Names the fixes at fault, so that a phone can let go of them and send the others. */
  private async refuseImpossibleTimes(fixes: readonly PhoneFix[], now: Date): Promise<void> {
    const tolerance = await this.policies.valueAt('fix.future_tolerance_sec', now);
    const ahead = fixes.filter(({ at }) => secondsBetween(now, at) > tolerance.value);
    if (ahead.length > 0) {
      throw new DomainError('FIX_IN_FUTURE', 'The phone’s clock is ahead of the server’s', {
        ids: ahead.map(({ id }) => id),
        now: now.toISOString(),
        toleranceSec: tolerance.value,
      });
    }
    const oldest = await this.policies.valueAt('judge.late_checkpoint_hours', now);
    const old = fixes.filter(({ at }) => minutesBetween(at, now) > oldest.value * MINUTES_PER_HOUR);
    if (old.length > 0) {
      throw new DomainError('FIX_TOO_OLD', 'The positions are too old to be judged', {
        ids: old.map(({ id }) => id),
        withinHours: oldest.value,
      });
    }
  }
}
