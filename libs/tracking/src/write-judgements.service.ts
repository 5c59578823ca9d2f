import { AlertEpisodes, type OpeningEpisode } from '@tongyun/alerts';
import { RecordPumpStageService, RecordStageService } from '@tongyun/deliveries';
import {
  type AlertId,
  type Clock,
  CLOCK,
  type DriverId,
  type EnterpriseId,
  newId,
  type PumpJobId,
  SYSTEM_SCOPE,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FixQueue, type TakenFixes } from './data/fix-queue.repository.js';
import { JudgeQueue } from './data/judge-queue.repository.js';
import { TrackRepository } from './data/track.repository.js';
import type { EpisodeOpened } from './rules/events.js';
import type { TimedPoint, TimerKind, TripStage } from './rules/inputs.js';
import { shardOf } from './rules/shard.js';
import type { VehicleOutcome } from './vehicle-outcome.js';

/** Writes what judging came to: marks, states, alerts, stages and timers, all of it or nothing. */
@Injectable()
export class WriteJudgements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fixes: FixQueue,
    private readonly queue: JudgeQueue,
    private readonly tracks: TrackRepository,
    private readonly episodes: AlertEpisodes,
    private readonly recordStage: RecordStageService,
    private readonly recordPump: RecordPumpStageService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param taken the fixes that are judged, and others that were taken with them and stay
   * @param onCommit called once everything is written
   */
  write(
    taken: TakenFixes,
    outcomes: readonly VehicleOutcome[],
    onCommit: () => void,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      await this.fixes.takeOff(
        tx,
        taken,
        outcomes.flatMap(({ fixes }) => fixes),
      );
      await this.queue.markChanges(
        tx,
        outcomes.flatMap(({ changes }) => changes),
        now,
      );
      await this.queue.takeTimers(
        tx,
        outcomes.flatMap(({ timers }) => timers),
      );
      await this.tracks.save(tx, outcomes);
      for (const { vehicleId, dropCheckpointsFrom } of outcomes) {
        if (dropCheckpointsFrom === null) continue;
        await this.tracks.dropCheckpointsFrom(tx, vehicleId, dropCheckpointsFrom);
      }
      await this.tracks.addCheckpoints(
        tx,
        outcomes.flatMap(({ checkpoints }) => checkpoints),
      );
      await this.queue.setTimers(tx, outcomes.flatMap(timersOf));
      for (const outcome of outcomes) await this.act(tx, outcome);
      this.unitOfWork.onCommit(tx, onCommit);
    });
  }

  private async act(tx: EntityManager, { vehicleId, actions }: VehicleOutcome): Promise<void> {
    for (const { action, knownAt } of actions) {
      switch (action.kind) {
        case 'episode_opened':
          await this.episodes.open(tx, toEpisode(vehicleId, action, false));
          break;
        case 'late_opened': {
          const { alertId, opened, endedAtMs } = action;
          await this.episodes.open(
            tx,
            toEpisode(vehicleId, { ...opened, endedAtMs }, true),
            alertId,
          );
          break;
        }
        case 'episode_extended': {
          const alertId = await this.openIdOf(tx, vehicleId, action);
          const { level, value } = action;
          const evidence = action.evidence.map(toEvidence);
          if (alertId) await this.episodes.extend(tx, alertId, { evidence, level, value });
          break;
        }
        case 'late_extended': {
          const evidence = action.evidence.map(toEvidence);
          await this.episodes.extend(tx, action.alertId, { evidence, level: null, value: null });
          break;
        }
        case 'episode_ended': {
          const alertId = await this.openIdOf(tx, vehicleId, action);
          if (alertId) await this.episodes.end(tx, alertId, new Date(action.endedAtMs));
          break;
        }
        case 'late_ended':
          await this.episodes.end(tx, action.alertId, new Date(action.endedAtMs));
          break;
        case 'stage_proposed':
          await this.record(tx, action, knownAt);
          break;
        case 'stage_filled':
          if (!(await this.tracks.hasStageTime(tx, action.tripId, action.stage))) {
            await this.record(tx, action, knownAt);
          }
          break;
        case 'pump_stage_proposed':
          await this.recordPump.record(
            SYSTEM_SCOPE,
            {
              claimId: newId(),
              pumpJobId: action.pumpJobId as PumpJobId,
              stage: action.stage,
              at: new Date(action.atMs),
              receivedAt: knownAt,
              evidence: 'geofence',
            },
            tx,
          );
          break;
        case 'timer_set':
        case 'silence_changed':
          break;
      }
    }
  }

  private async openIdOf(
    tx: EntityManager,
    vehicleId: VehicleId,
    { code, subjectId }: Pick<EpisodeOpened, 'code' | 'subjectId'>,
  ): Promise<AlertId | undefined> {
    const open = await this.episodes.openOf(tx, vehicleId);
    return open.find((span) => span.code === code && span.subjectId === subjectId)?.alertId;
  }

  private async record(
    tx: EntityManager,
    { tripId, stage, atMs }: { tripId: string; stage: TripStage; atMs: number },
    knownAt: Date,
  ): Promise<void> {
    await this.recordStage.record(
      SYSTEM_SCOPE,
      {
        claimId: newId(),
        tripId: tripId as TripId,
        stage,
        at: new Date(atMs),
        receivedAt: knownAt,
        evidence: 'geofence',
      },
      tx,
    );
  }
}

/** Of each kind of timer the last one set counts; that of the watches may have fired since. */
function timersOf({ vehicleId, actions, state }: VehicleOutcome) {
  const dueAtMs = new Map<TimerKind, number>();
  for (const { action } of actions) {
    if (action.kind === 'timer_set') dueAtMs.set(action.timer, action.dueAtMs);
  }
  if (state.watchDueAtMs === null) dueAtMs.delete('watch');
  return [...dueAtMs].map(([kind, dueMs]) => ({
    vehicleId,
    kind,
    shard: shardOf(vehicleId),
    dueAt: new Date(dueMs),
  }));
}

const toEvidence = ({ atMs, lng, lat }: TimedPoint) => ({
  at: new Date(atMs).toISOString(),
  lng,
  lat,
});

function toEpisode(
  vehicleId: VehicleId,
  { kind: _kind, startedAtMs, endedAtMs, evidence, reasons, ...opened }: EpisodeOpened,
  isLate: boolean,
): OpeningEpisode {
  const { lng, lat } = evidence.at(-1)!;
  return {
    ...opened,
    vehicleId,
    tripId: opened.tripId as TripId | null,
    driverId: opened.driverId as DriverId | null,
    enterpriseId: opened.enterpriseId as EnterpriseId | null,
    reasons: [...reasons],
    evidence: evidence.map(toEvidence),
    position: { lng, lat },
    startedAt: new Date(startedAtMs),
    endedAt: endedAtMs === null ? null : new Date(endedAtMs),
    isLate,
  };
}
