import type { ZoneInForce } from '@tongyun/compliance';
import type { PlateColor, RoadsideQuery } from '@tongyun/contracts';
import { type AccessScope, newId } from '@tongyun/kernel';
import { judge, type PassFact, type Reason } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RoadsideCheckEntity } from './data/roadside-check.entity.js';
import { type RoadsidePlace, RoadsidePlaces } from './roadside-places.service.js';
import type { RoadsideSubject } from './roadside-subjects.service.js';
import { chooseOfOnePlate } from './rules/of-one-plate.js';
import type { RoadLeftOut } from './rules/roads-left-out.js';
import { judgeRoadside, type RoadsideVerdict } from './rules/roadside-verdict.js';
import { anUnknownVehicle } from './rules/unknown-vehicle.js';

/** One question about one plate, its text and colour found to be a plate's. */
export interface AskedPlate {
  readonly scope: AccessScope;
  /** Of what carries no plate, its equipment number. */
  readonly plateNo: string;
  readonly color: PlateColor | null;
  readonly query: RoadsideQuery;
  readonly judgedFor: Date;
  readonly dataAt: Date;
}

export interface RoadsideAnswer {
  readonly checkId: string;
  readonly verdict: RoadsideVerdict;
  readonly plateNo: string;
  readonly plateColor: PlateColor | null;
  /** The zones judged for; empty outside every zone, or when no place is known. */
  readonly zones: readonly ZoneInForce[];
  /** Roads left out of zones that it may be on: there the zone does not bind. */
  readonly roadsLeftOut: readonly RoadLeftOut[];
  readonly reasons: readonly Reason[];
  /** Null when the plate stands for no vehicle, or for several. */
  readonly subject: RoadsideSubject | null;
  /** The plate stands for several vehicles, of different colours: the officer states his. */
  readonly isAmbiguous: boolean;
  readonly judgedFor: Date;
  readonly dataAt: Date;
}

/** An answer, and what is put on record of it before it is given. */
export interface JudgedPlate {
  readonly answer: RoadsideAnswer;
  readonly check: RoadsideCheckEntity;
}

/** Judges what was found of a plate: the same whether it was asked about alone or among many. */
@Injectable()
export class RoadsideAnswers {
  constructor(
    private readonly places: RoadsidePlaces,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async compose(asked: AskedPlate, found: readonly RoadsideSubject[]): Promise<JudgedPlate> {
    const { plateNo, color, query, judgedFor, dataAt } = asked;
    const subject = chooseSubject(found);
    const isAmbiguous = subject === null && found.length > 0;
    const place = await this.places.find(query, subject?.lastSeen ?? null, judgedFor);
    const answer: RoadsideAnswer = {
      checkId: newId(),
      plateNo,
      plateColor: subject?.plateColor ?? color,
      subject,
      isAmbiguous,
      judgedFor,
      dataAt,
      roadsLeftOut: place.roadsLeftOut,
      ...this.judge(plateNo, isAmbiguous, subject, place, judgedFor),
    };
    return { answer, check: toCheck(asked, answer, place) };
  }

  private judge(
    plateNo: string,
    isAmbiguous: boolean,
    subject: RoadsideSubject | null,
    { position, accuracyM, covering, possible, zonesVersion, calendar }: RoadsidePlace,
    at: Date,
  ): Pick<RoadsideAnswer, 'verdict' | 'reasons' | 'zones'> {
    const reasonsIn = (zones: readonly ZoneInForce[], withinM: number) =>
      judge(
        {
          vehicle: subject?.fact ?? anUnknownVehicle(plateNo),
          driver: subject?.driver ?? null,
          work: subject?.work ?? null,
          zones: zones.map(({ fact }) => ({
            zone: fact,
            stay: null,
            place: position ? { lng: position.lng, lat: position.lat, withinM } : undefined,
          })),
          isUnderWay: true,
          timeZone: this.timeZone,
          calendar,
          policyVersion: zonesVersion,
        },
        { from: at, to: at },
      );
    const atLeast = reasonsIn(covering, accuracyM ?? 0);
    // The possible zones hold the covering ones: as many are the same.
    const isCertain =
      possible.length === covering.length && !(subject?.passes ?? []).some(hasRoutes);
    const atMost = isCertain ? atLeast : reasonsIn(possible, 0);
    const verdict = judgeRoadside({
      vehicle: isAmbiguous ? 'ambiguous' : knownAs(subject),
      registrationState: subject?.fact.registrationState ?? null,
      isPlaceKnown: position !== null,
      atLeast,
      atMost,
    });
    if (isAmbiguous) return { verdict, reasons: [], zones: covering };
    // At a border the officer reads what would bar the vehicle on the other side of it.
    if (verdict === 'near_border') return { verdict, reasons: atMost, zones: possible };
    return { verdict, reasons: atLeast, zones: covering };
  }
}

const toCheck = (
  { scope, query: { purpose, purposeNote } }: AskedPlate,
  answer: RoadsideAnswer,
  { position, accuracyM }: RoadsidePlace,
): RoadsideCheckEntity => ({
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

/** The vehicle that the plate stands for; null when none does, or one as well as another. */
function chooseSubject(found: readonly RoadsideSubject[]): RoadsideSubject | null {
  const entered = found.filter(({ fact }) => !fact.isProvisional);
  if (entered.length === 0) return found[0] ?? null;
  const facts = entered.map(({ fact }) => fact);
  const chosen = chooseOfOnePlate(facts);
  return entered.find(({ fact }) => fact === chosen) ?? null;
}

const hasRoutes = ({ routes = [] }: PassFact): boolean => routes.length > 0;

const knownAs = (subject: RoadsideSubject | null) =>
  subject === null || subject.fact.isProvisional ? 'unknown' : 'known';
