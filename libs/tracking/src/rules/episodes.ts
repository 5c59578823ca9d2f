import type { VehicleFact } from '@tongyun/permission';
import type { EpisodeOpened, JudgeEvent } from './events.js';
import type { TimedPoint } from './inputs.js';
import type { AlertLevel, OpenEpisode, TrackState } from './track-state.js';

/** An episode that goes on is told of once a minute, and keeps at most this many places. */
const EVIDENCE_EVERY_MS = 60_000;
const EVIDENCE_MOST = 60;

/** What the state remembers of an episode that has just been opened. */
export const rememberEpisode = (opened: EpisodeOpened): OpenEpisode => ({
  code: opened.code,
  subjectId: opened.subjectId,
  level: opened.level,
  startedAtMs: opened.startedAtMs,
  evidenceAtMs: opened.evidence.at(-1)?.atMs ?? opened.startedAtMs,
  evidenceCount: opened.evidence.length,
});

export interface Continuation {
  readonly episode: OpenEpisode;
  readonly events: readonly JudgeEvent[];
}

/**
 * Carries an open episode over one more fix: told of when it gets graver, else once a minute.
 *
 * @param value what is measured now, in the episode's unit; null where nothing is
 */
export function continueEpisode(
  episode: OpenEpisode,
  point: TimedPoint,
  { level, value }: { level: AlertLevel; value: number | null },
): Continuation {
  const isGraver = level === 'grave' && episode.level !== 'grave';
  const isDue =
    point.atMs - episode.evidenceAtMs >= EVIDENCE_EVERY_MS && episode.evidenceCount < EVIDENCE_MOST;
  if (!isGraver && !isDue) return { episode, events: [] };

  const { code, subjectId } = episode;
  return {
    episode: {
      ...episode,
      level: isGraver ? level : episode.level,
      evidenceAtMs: point.atMs,
      evidenceCount: episode.evidenceCount + 1,
    },
    events: [{ kind: 'episode_extended', code, subjectId, level, value, evidence: [point] }],
  };
}

/** It never ends before it began: one heard on receipt may begin after the device's next fix. */
export const endEpisode = (
  { code, subjectId, startedAtMs }: OpenEpisode,
  endedAtMs: number,
): JudgeEvent => ({
  kind: 'episode_ended',
  code,
  subjectId,
  endedAtMs: Math.max(endedAtMs, startedAtMs),
});

/** Who an alert is about beside the vehicle: its trip, and whose dispatchers are told. */
export function partiesOf(
  { trip, pump }: TrackState,
  vehicle: VehicleFact | null,
  at: Date,
): Pick<EpisodeOpened, 'tripId' | 'driverId' | 'enterpriseId'> {
  return {
    tripId: trip?.tripId ?? null,
    driverId: trip?.driverId ?? pump?.driverId ?? null,
    enterpriseId:
      trip?.enterpriseId ??
      pump?.enterpriseId ??
      (vehicle === null ? null : enterpriseOf(vehicle, at)),
  };
}

/** The owner of a vehicle, else the enterprise that uses it at that instant, else nobody. */
export function enterpriseOf({ ownerEnterpriseId, uses }: VehicleFact, at: Date): string | null {
  const use = uses.find(
    ({ validFrom, validTo }) => validFrom <= at && (validTo === null || at < validTo),
  );
  return ownerEnterpriseId ?? use?.enterpriseId ?? null;
}
