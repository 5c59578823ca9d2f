import { findTrainingStanding, type PassState } from '@tongyun/compliance';
import { presentFact, type RoadsideView } from '@tongyun/contracts';
import type { DriverFact, PassFact } from '@tongyun/permission';
import type { RoadsideAnswer } from '../roadside-answers.service.js';
import type { RoadsideSubject } from '../roadside-subjects.service.js';
import { RECENT_VIOLATION_DAYS } from '../rules/recent-violations.js';
import { choosePass } from '../rules/shown-pass.js';

/** What the view takes besides the answer. */
export interface ShownWith {
  readonly stateOf: (pass: PassFact) => PassState;
  readonly zoneNameOf: ReadonlyMap<string, string>;
  /** Local calendar day that was asked about, `YYYY-MM-DD`. */
  readonly on: string;
}

export function toRoadsideView(answer: RoadsideAnswer, shownWith: ShownWith): RoadsideView {
  const { subject, zones, judgedFor } = answer;
  const zoneIds = zones.map(({ fact }) => fact.zoneId);
  const pass = choosePass(subject?.passes ?? [], zoneIds, judgedFor);
  return {
    verdict: answer.verdict,
    plateNo: answer.plateNo,
    plateColor: answer.plateColor,
    isPlateAmbiguous: answer.isAmbiguous,
    zones: zones.map(({ fact: { zoneId, name, kind } }) => ({ zoneId, name, kind })),
    roadsLeftOut: [...answer.roadsLeftOut],
    reasons: [...answer.reasons],
    vehicle: subject && toVehicle(subject),
    pass: pass && toPass(pass, shownWith),
    driver: subject?.driver ? toDriver(subject.driver, shownWith.on) : null,
    trip: subject?.trip ?? null,
    openAlerts: subject?.openAlerts ?? 0,
    recentViolations: toViolations(subject),
    judgedFor: judgedFor.toISOString(),
    dataAt: answer.dataAt.toISOString(),
    presentFacts: judgedFor.getTime() === answer.dataAt.getTime() ? [] : [...presentFact.options],
    checkId: answer.checkId,
  };
}

const toVehicle = ({
  enterpriseName,
  creditGrade,
  isEnterpriseBarred,
  ownerName,
  fact,
  suspension,
}: RoadsideSubject) => ({
  kind: fact.kind,
  enterpriseName,
  creditGrade,
  isEnterpriseBarred,
  ownerName,
  registrationState: fact.registrationState,
  suspension: suspension && {
    since: suspension.decidedAt.toISOString(),
    byRoles: suspension.decidedByRoles,
    reason: suspension.reason,
  },
});

const toViolations = (subject: RoadsideSubject | null): RoadsideView['recentViolations'] => ({
  days: RECENT_VIOLATION_DAYS,
  count: subject?.violations.count ?? 0,
  newest: (subject?.violations.newest ?? []).map(({ kind, at, endedAt }) => ({
    kind,
    at: at.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  })),
});

const toPass = (pass: PassFact, { stateOf, zoneNameOf }: ShownWith) => ({
  passNo: pass.passNo,
  state: stateOf(pass),
  validFrom: pass.validFrom.toISOString(),
  validTo: pass.validTo.toISOString(),
  leaveBy: pass.leaveBy?.toISOString() ?? null,
  toleratedTo: pass.toleratedTo?.toISOString() ?? null,
  hours: pass.hours.map((hours) => ({ ...hours, weekdays: [...hours.weekdays] })),
  zoneNames: pass.zoneIds.flatMap((id) => zoneNameOf.get(id) ?? []),
  routeNames: (pass.routes ?? []).map(({ name }) => name),
});

const toDriver = ({ name, trainings }: DriverFact, on: string) => ({
  maskedName: name,
  isTrained: findTrainingStanding(trainings, on).mayWork,
});
