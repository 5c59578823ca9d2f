import type { Finding, JudgedCase } from './judged-case.js';
import type { PassGap, PassGapCause } from './pass-gaps.js';
import type { Sentence } from './reason.js';
import { localText } from './wording.js';

/** One finding for every gap of this cause, worded by `say`: a road one, or a notice in its grace. */
export const passFindings = (
  judged: JudgedCase,
  cause: PassGapCause,
  say: (gap: PassGap) => Sentence,
): Finding[] =>
  judged.passGaps
    .filter((gap) => gap.cause === cause)
    .map((gap) => ({
      code: cause,
      effect: gap.grace === null ? 'forbids_road' : 'notice',
      sentence: say(gap),
      compared: comparedOf(gap, judged),
      overridableBy: [],
      during: gap.during,
    }));

/** What was compared: the zone as it was in force, the pass, and when the gap begins and ends. */
function comparedOf(
  { zone, pass, grace, offRoute, during }: PassGap,
  judged: JudgedCase,
): Record<string, unknown> {
  const { timeZone, vehicle } = judged.facts;
  return {
    plateNo: vehicle.plateNo,
    zoneId: zone.zoneId,
    zoneVersion: zone.version,
    zoneName: zone.name,
    passNo: pass?.passNo ?? null,
    passState: pass?.state ?? null,
    passValidFrom: pass ? localText(pass.validFrom, timeZone) : null,
    passValidTo: pass ? localText(pass.validTo, timeZone) : null,
    passGrace: grace,
    passGraceTo: graceEnd(grace, pass, timeZone),
    passHours: pass?.hours ?? null,
    ...(offRoute && {
      routeName: offRoute.route.name,
      distanceM: Math.round(offRoute.distanceM),
      limitM: offRoute.route.halfWidthM,
    }),
    missingFrom: during[0] ? localText(during[0].from, timeZone) : null,
    missingTo: during.at(-1) ? localText(during.at(-1)!.to, timeZone) : null,
  };
}

const graceEnd = (
  grace: PassGap['grace'],
  pass: PassGap['pass'],
  timeZone: string,
): string | null => {
  const end = grace === 'leave_by' ? pass?.leaveBy : pass?.toleratedTo;
  return grace !== null && end ? localText(end, timeZone) : null;
};
