import type { ReportPositionsRequest, ReportPositionsView } from '@tongyun/contracts';
import { type Duty, DutyQueries } from '@tongyun/deliveries';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  minutesBetween,
  secondsBetween,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { FixDoor } from './fix-door.service.js';

type PhoneFix = ReportPositionsRequest['fixes'][number];

const MINUTES_PER_HOUR = 60;

/**
 * Takes the positions of a driver's own phone: each is the vehicle's that he was on duty on at the
 * fix's own time, also when it arrives after that duty has ended.
 */
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
    const receivedAt = this.clock.now();
    await this.refuseImpossibleTimes(fixes, receivedAt);
    const { driverId } = scope;
    const duties = driverId === null ? [] : await this.dutiesDuring(scope, driverId, fixes);

    return this.door.store(
      attributeToDuties(fixes, duties).map(({ fix, duty }) => ({
        vehicleId: duty.vehicleId,
        at: fix.at,
        source: 'phone',
        terminalId: null,
        driverId: duty.driverId,
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

  private dutiesDuring(
    scope: AccessScope,
    driverId: DriverId,
    fixes: readonly PhoneFix[],
  ): Promise<Duty[]> {
    const times = fixes.map(({ at }) => at.getTime()).toSorted((a, b) => a - b);
    const interval = { from: new Date(times[0]!), to: new Date(times.at(-1)!) };
    return this.duties.dutiesOf(scope, driverId, interval);
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

interface AttributedFix {
  readonly fix: PhoneFix;
  readonly duty: Duty;
}

/** Refuses the batch whole when some fix was taken off duty, and names every such fix. */
function attributeToDuties(fixes: readonly PhoneFix[], duties: readonly Duty[]): AttributedFix[] {
  const offDuty: string[] = [];
  const attributed = fixes.flatMap((fix) => {
    const duty = dutyAt(duties, fix.at);
    if (!duty) offDuty.push(fix.id);
    return duty ? [{ fix, duty }] : [];
  });
  if (offDuty.length === 0) return attributed;
  throw new DomainError('OFF_DUTY', 'Positions are taken only from a driver on duty', {
    ids: offDuty,
  });
}

/** At the instant in which a driver changed vehicles, the one that he took. */
const dutyAt = (duties: readonly Duty[], at: Date): Duty | undefined =>
  duties.findLast(
    ({ clockInAt, clockOutAt }) => clockInAt <= at && (clockOutAt === null || at <= clockOutAt),
  );
