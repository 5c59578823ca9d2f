import type { PlateColor, RoadsideQuery } from '@tongyun/contracts';
import type { ZoneInForce } from '@tongyun/compliance';
import { isPlate, normalisePlate } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { judge, type Reason } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { type RoadsidePlace, RoadsidePlaces } from './roadside-places.service.js';
import { RoadsideRecord } from './roadside-record.service.js';
import { type RoadsideSubject, RoadsideSubjects } from './roadside-subjects.service.js';
import { judgeRoadside, type RoadsideVerdict } from './rules/roadside-verdict.js';
import { anUnknownVehicle } from './rules/unknown-vehicle.js';

export interface RoadsideAnswer {
  readonly checkId: string;
  readonly verdict: RoadsideVerdict;
  readonly plateNo: string;
  readonly plateColor: PlateColor | null;
  /** The zones judged for; empty outside every zone, or when no place is known. */
  readonly zones: readonly ZoneInForce[];
  readonly reasons: readonly Reason[];
  /** Null when the plate stands for no vehicle, or for several. */
  readonly subject: RoadsideSubject | null;
  readonly judgedFor: Date;
  readonly dataAt: Date;
}

/** May this vehicle be here, now? */
@Injectable()
export class RoadsideService {
  constructor(
    private readonly subjects: RoadsideSubjects,
    private readonly places: RoadsidePlaces,
    private readonly record: RoadsideRecord,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Answers an officer's question once it is on record. */
  async ask(scope: AccessScope, plate: string, query: RoadsideQuery): Promise<RoadsideAnswer> {
    const plateNo = normalisePlate(plate);
    const color = query.color ?? null;
    if (!isPlate(plateNo, color)) {
      throw new DomainError('PLATE_INVALID', `${plateNo} is no plate`, { plateNo, color });
    }
    const dataAt = this.clock.now();
    await this.assertPurposeSaid(query, dataAt);
    const judgedFor = query.at ?? dataAt;
    const found = await this.subjects.find(scope, plateNo, color, judgedFor);
    const subject = chooseSubject(found);
    const place = await this.places.find(query, subject?.lastSeen ?? null, judgedFor);
    const answer: RoadsideAnswer = {
      checkId: newId(),
      plateNo,
      plateColor: subject?.plateColor ?? color,
      subject,
      judgedFor,
      dataAt,
      ...this.judge(plateNo, found, subject, place, judgedFor),
    };
    await this.keep(scope, query, answer, place);
    return answer;
  }

  private async assertPurposeSaid({ purpose }: RoadsideQuery, now: Date): Promise<void> {
    if (purpose !== undefined) return;
    const { value: isRequired } = await this.policies.valueAt('roadside.purpose_required', now);
    if (isRequired) {
      throw new DomainError('ROADSIDE_PURPOSE_REQUIRED', 'Say what the vehicle is asked about for');
    }
  }

  private judge(
    plateNo: string,
    found: readonly RoadsideSubject[],
    subject: RoadsideSubject | null,
    { position, covering, possible, zonesVersion, calendar }: RoadsidePlace,
    at: Date,
  ): Pick<RoadsideAnswer, 'verdict' | 'reasons' | 'zones'> {
    const reasonsIn = (zones: readonly ZoneInForce[]) =>
      judge(
        {
          vehicle: subject?.fact ?? anUnknownVehicle(plateNo),
          driver: subject?.driver ?? null,
          work: subject?.work ?? null,
          zones: zones.map(({ fact }) => ({ zone: fact, stay: null })),
          isUnderWay: true,
          timeZone: this.timeZone,
          calendar,
          policyVersion: zonesVersion,
        },
        { from: at, to: at },
      );
    const atLeast = reasonsIn(covering);
    // The possible zones hold the covering ones: as many are the same.
    const atMost = possible.length === covering.length ? atLeast : reasonsIn(possible);
    const isAmbiguous = subject === null && found.length > 0;
    const verdict = judgeRoadside({
      vehicle: isAmbiguous ? 'ambiguous' : knownAs(subject),
      isRegistered: subject?.fact.registrationState === 'registered',
      isPlaceKnown: position !== null,
      atLeast,
      atMost,
    });
    if (isAmbiguous) return { verdict, reasons: [], zones: covering };
    // At a border the officer reads what would bar the vehicle on the other side of it.
    if (verdict === 'near_border') return { verdict, reasons: atMost, zones: possible };
    return { verdict, reasons: atLeast, zones: covering };
  }

  private keep(
    scope: AccessScope,
    { purpose, purposeNote }: RoadsideQuery,
    answer: RoadsideAnswer,
    { position, accuracyM }: RoadsidePlace,
  ): Promise<void> {
    return this.record.keep({
      id: answer.checkId,
      plateNo: answer.plateNo,
      plateColor: answer.plateColor,
      vehicleId: answer.subject?.vehicleId ?? null,
      lng: position?.lng ?? null,
      lat: position?.lat ?? null,
      accuracyM,
      judgedFor: answer.judgedFor,
      verdict: answer.verdict,
      reasons: answer.reasons,
      askedBy: scope.userId,
      badgeNo: scope.actingBadgeNo ?? null,
      agency: scope.agency,
      askedAt: answer.dataAt,
      purpose: purpose ?? null,
      purposeNote: purposeNote ?? null,
    });
  }
}

/** The vehicle that the plate stands for; null when none does, or more than one was entered. */
function chooseSubject(found: readonly RoadsideSubject[]): RoadsideSubject | null {
  const [entered, ...others] = found.filter(({ fact }) => !fact.isProvisional);
  if (others.length > 0) return null;
  return entered ?? found[0] ?? null;
}

const knownAs = (subject: RoadsideSubject | null) =>
  subject === null || subject.fact.isProvisional ? 'unknown' : 'known';
