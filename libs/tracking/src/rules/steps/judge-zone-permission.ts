import { addSeconds } from '@tongyun/kernel';
import type { Reason, ZoneFact } from '@tongyun/permission';
import type { JudgeContext } from '../context.js';
import {
  type Continuation,
  continueEpisode,
  endEpisode,
  partiesOf,
  rememberEpisode,
} from '../episodes.js';
import { type EpisodeOpened, type JudgeEvent, NO_EVENTS } from '../events.js';
import type { JudgeInput, TimedPoint } from '../inputs.js';
import type { Step } from '../step.js';
import type { OpenEpisode, Presence, TrackState } from '../track-state.js';
import { findZoneAlert, levelOfZoneAlert, reasonsAgainst } from '../zone-alert.js';
import { findZoneCause } from '../zone-cause.js';
import { isClearedFor } from '../zone-clearance.js';

/**
 * Judges whether the vehicle may be in each zone it is in: one alert a zone while it may not.
 *
 * The zone's own crossing carries the hysteresis; a pass that runs out or is revoked while the
 * vehicle is inside opens the alert at once, one that is issued ends it at once.
 */
export const judgeZonePermission: Step = (state, input, context) => {
  const zoneIds = [...Object.keys(state.zones), ...Object.keys(state.zoneEpisodes)];
  if (zoneIds.length === 0) return null;
  const zoneEpisodes: Record<string, OpenEpisode> = {};
  const events: JudgeEvent[] = [];
  let isChanged = false;
  for (const zoneId of [...new Set(zoneIds)].toSorted()) {
    const judged = judgeZone(zoneId, state, input, context);
    if (judged.episode !== null) zoneEpisodes[zoneId] = judged.episode;
    if (judged.episode !== (state.zoneEpisodes[zoneId] ?? null)) isChanged = true;
    events.push(...judged.events);
  }
  return isChanged || events.length > 0 ? { state: { ...state, zoneEpisodes }, events } : null;
};

interface JudgedZone {
  readonly episode: OpenEpisode | null;
  readonly events: readonly JudgeEvent[];
}

function judgeZone(
  zoneId: string,
  state: TrackState,
  input: JudgeInput,
  context: JudgeContext,
): JudgedZone {
  const { at } = input;
  const presence = state.zones[zoneId];
  const zone = context.zones.factOf(zoneId);
  const open = state.zoneEpisodes[zoneId] ?? null;
  const endAt = (endedAtMs: number): JudgedZone => ({
    episode: null,
    events: open === null ? NO_EVENTS : [endEpisode(open, endedAtMs)],
  });
  if (presence?.isInside !== true || zone === undefined) {
    return endAt(presence?.isFresh === true ? presence.crossing[0]!.atMs : at.getTime());
  }
  if (context.vehicle === null || state.last === null) return { episode: open, events: NO_EVENTS };
  if (isClearedFor(context.vehicle, zone, at, context)) return endAt(at.getTime());

  const span = { from: at, to: addSeconds(at, 1) };
  const reasons = reasonsAgainst(context.vehicle, zone, span, context);
  const code = findZoneAlert(reasons);
  if (code === null) return endAt(at.getTime());
  if (open?.code === code) return goOn(open, state.last);

  const opened = openEpisode({ zone, presence, code, reasons, state, input, context });
  return { episode: rememberEpisode(opened), events: [...endAt(at.getTime()).events, opened] };
}

const goOn = (open: OpenEpisode, { atMs, lng, lat }: TimedPoint): Continuation =>
  continueEpisode(open, { atMs, lng, lat }, { level: open.level, value: null });

interface Violation {
  readonly zone: ZoneFact;
  readonly presence: Presence;
  readonly code: OpenEpisode['code'];
  readonly reasons: readonly Reason[];
  readonly state: TrackState;
  readonly input: JudgeInput;
  readonly context: JudgeContext;
}

function openEpisode(violation: Violation): EpisodeOpened {
  const { zone, presence, code, reasons, state, input, context } = violation;
  const { at } = input;
  const evidence = presence.isFresh ? presence.crossing : [pointNow(state, at)];
  return {
    kind: 'episode_opened',
    code,
    level: levelOfZoneAlert(code),
    subjectKind: 'zone',
    subjectId: zone.zoneId,
    ...partiesOf(state, context.vehicle, at),
    value: null,
    limitValue: null,
    unit: null,
    ruleVersion: `zone ${zone.version}; policy ${context.policy.version}`,
    reasons: reasons.filter(({ effect }) => effect === 'forbids_road'),
    sharedCause: findZoneCause(zone, presence, input, context),
    evidence,
    startedAtMs: evidence[0]!.atMs,
    endedAtMs: null,
  };
}

/** Where the vehicle stands while something else than a fix makes it a violation. */
const pointNow = ({ last }: TrackState, at: Date): TimedPoint => ({
  atMs: at.getTime(),
  lng: last!.lng,
  lat: last!.lat,
});
