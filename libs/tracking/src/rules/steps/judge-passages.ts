import type { ZoneFact } from '@tongyun/permission';
import type { JudgeContext } from '../context.js';
import { partiesOf } from '../episodes.js';
import type { EpisodeOpened } from '../events.js';
import type { FixInput, TimedPoint } from '../inputs.js';
import { findPassedSpan, followPassage, type Leg } from '../passages.js';
import type { Step } from '../step.js';
import type { Passage, TrackState } from '../track-state.js';
import { findZoneAlert, levelOfZoneAlert, reasonsAgainst } from '../zone-alert.js';
import { bindingOnes } from '../zone-binding.js';

const MS_PER_SEC = 1_000;

/**
 * Judges the zones that a vehicle drove through with no fix inside, or too few to be taken for in
 * them: the alert opens and ends at once, with the times at which the way crossed the border.
 *
 * Comes before the fix is taken over: the way since the last one is read off both. Zones that it is
 * in already are judged by their crossings.
 */
export const judgePassages: Step = (state, input, context) => {
  if (input.kind !== 'fix' || state.last === null) return null;
  const leg = legTo(input, state.last, state, context);
  if (leg === null) return null;
  const passages: Record<string, Passage> = {};
  const events: EpisodeOpened[] = [];
  const zoneIds = new Set([...Object.keys(state.passages), ...leg.along]);
  for (const zoneId of [...zoneIds].toSorted()) {
    const zone = context.zones.factOf(zoneId);
    if (zone === undefined || isIn(state, zoneId)) continue;
    const passage = followPassage(zoneId, state.passages[zoneId] ?? null, leg, context);
    if (passage === null) continue;
    if (passage.beyond < context.policy.endFixes) passages[zoneId] = passage;
    else events.push(...judgePassage(zone, passage, state, context));
  }
  return { state: { ...state, passages }, events };
};

const isIn = ({ zones }: TrackState, zoneId: string): boolean => zones[zoneId]?.isInside === true;

/** Null: no passage is under way, and none may begin: the last fix is too old, or no zone is near. */
function legTo(
  { at, lng, lat }: FixInput,
  last: TimedPoint,
  state: TrackState,
  context: JudgeContext,
): Leg | null {
  const { zones, policy } = context;
  const from: TimedPoint = { atMs: last.atMs, lng: last.lng, lat: last.lat };
  const to: TimedPoint = { atMs: at.getTime(), lng, lat };
  const isUnderWay = Object.keys(state.passages).length > 0;
  if (!isUnderWay && to.atMs - from.atMs > policy.passageMaxGapSec * MS_PER_SEC) return null;
  const along = bindingOnes(zones.zonesAlong(from, to), context);
  if (!isUnderWay && along.every((zoneId) => isIn(state, zoneId))) return null;
  return {
    from,
    to,
    along,
    fromIn: bindingOnes(zones.zonesAt(from.lng, from.lat), context),
    toIn: bindingOnes(zones.zonesAt(lng, lat), context),
  };
}

function judgePassage(
  zone: ZoneFact,
  { way }: Passage,
  state: TrackState,
  context: JudgeContext,
): EpisodeOpened[] {
  const { vehicle, policy } = context;
  const span = findPassedSpan(zone.zoneId, way, context);
  if (vehicle === null || span === null) return [];
  const at = new Date(span.enteredAtMs);
  const reasons = reasonsAgainst(vehicle, zone, { from: at, to: new Date(span.leftAtMs) }, context);
  const code = findZoneAlert(reasons);
  if (code === null) return [];
  return [
    {
      kind: 'episode_opened',
      code,
      level: levelOfZoneAlert(code),
      subjectKind: 'zone',
      subjectId: zone.zoneId,
      ...partiesOf(state, vehicle, at),
      value: Math.round(span.insideM),
      limitValue: null,
      unit: 'm',
      ruleVersion: `zone ${zone.version}; policy ${policy.version}`,
      reasons: reasons.filter(({ effect }) => effect === 'forbids_road'),
      evidence: way,
      startedAtMs: span.enteredAtMs,
      endedAtMs: span.leftAtMs,
    },
  ];
}
