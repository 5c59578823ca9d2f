import type { AlertCode, AlertLevel, EvidencePoint, ReasonView } from '@tongyun/contracts';
import {
  type AlertId,
  type Clock,
  CLOCK,
  type DriverId,
  type EnterpriseId,
  newId,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { Outbox } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertEvents } from './alerts.events.js';
import { AlertEntity, type AlertSubjectKind } from './data/alert.entity.js';
import { AlertMuteRepository } from './data/alert-mute.repository.js';
import { AlertRepository } from './data/alert.repository.js';
import { findCause } from './rules/find-cause.js';
import { TellingPolicies } from './telling-policies.service.js';

/** What opens an episode. Positions are WGS-84, times those of the fixes. */
export interface OpeningEpisode {
  readonly code: AlertCode;
  readonly level: AlertLevel;
  readonly vehicleId: VehicleId;
  readonly driverId: DriverId | null;
  readonly tripId: TripId | null;
  /** Whose dispatchers see it beside the authorities; null: the authorities alone. */
  readonly enterpriseId: EnterpriseId | null;
  readonly subjectKind: AlertSubjectKind;
  readonly subjectId: string;
  readonly value: number | null;
  readonly limitValue: number | null;
  readonly unit: string | null;
  readonly ruleVersion: string;
  readonly reasons: readonly ReasonView[];
  /** What befell every vehicle there at once, by a name that all of them share. */
  readonly sharedCause?: string | null;
  readonly evidence: readonly EvidencePoint[];
  readonly position: { readonly lng: number; readonly lat: number };
  readonly startedAt: Date;
  /** Set only when an episode is found out after it was over. */
  readonly endedAt: Date | null;
  readonly isLate: boolean;
}

export interface EpisodeExtension {
  readonly evidence: readonly EvidencePoint[];
  /** Null: as it was. */
  readonly level: AlertLevel | null;
  readonly value: number | null;
}

/** An episode as the judge needs to know it again. */
export interface EpisodeSpan {
  readonly alertId: AlertId;
  readonly code: AlertCode;
  readonly subjectId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly isLate: boolean;
}

/**
 * Opens, extends and ends episodes inside the caller's transaction.
 *
 * The database allows one open episode for a vehicle, code and subject; opening it again answers
 * with the one that is open.
 */
@Injectable()
export class AlertEpisodes {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly mutes: AlertMuteRepository,
    private readonly policies: TellingPolicies,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param id under which the caller goes on to speak of it, if it is new */
  async open(
    tx: EntityManager,
    episode: OpeningEpisode,
    id: AlertId = newId<AlertId>(),
  ): Promise<AlertId> {
    const { position, reasons, evidence, sharedCause: _shared, ...fields } = episode;
    const { level } = await this.policies.of(episode, episode.startedAt, tx);
    const row: AlertEntity = Object.assign(new AlertEntity(), {
      ...fields,
      id,
      level: level ?? episode.level,
      state: 'open' as const,
      reasons: [...reasons],
      evidence: [...evidence],
      lng: position.lng,
      lat: position.lat,
      openedAt: this.clock.now(),
      muteId: (await this.mutes.holding(tx, episode, episode.startedAt))?.id ?? null,
      causeKey: findCause(episode),
      version: 1,
    });
    if (!(await this.alerts.insertUnlessOpen(tx, row))) {
      const open = await this.alerts.findOpen(tx, episode);
      if (open) return open.id;
      throw new Error(`Episode ${episode.code} of ${episode.vehicleId} is neither new nor open`);
    }
    await this.tell(tx, row);
    return row.id;
  }

  /** Adds what was seen since; the level rises with what the rule finds, unless policy states one. */
  async extend(tx: EntityManager, alertId: AlertId, extension: EpisodeExtension): Promise<void> {
    const row = await this.get(tx, alertId);
    const stated = await this.policies.of(row, row.startedAt, tx);
    const level = stated.level === null ? extension.level : null;
    const { evidence, value } = extension;
    await this.alerts.extend(tx, alertId, { evidence: [...evidence], level, value });
    await this.tell(tx, row);
  }

  /** Ends an episode; one that was ended late may be ended again at a better known time. */
  async end(tx: EntityManager, alertId: AlertId, endedAt: Date): Promise<void> {
    await this.alerts.setEnd(tx, alertId, endedAt);
    await this.tell(tx, await this.get(tx, alertId));
  }

  async openOf(tx: EntityManager, vehicleId: VehicleId): Promise<EpisodeSpan[]> {
    return (await this.alerts.openOf(tx, vehicleId)).map(toSpan);
  }

  /** Episodes of a vehicle that were not over before `from`, oldest first. */
  async notOverBefore(tx: EntityManager, vehicleId: VehicleId, from: Date): Promise<EpisodeSpan[]> {
    return (await this.alerts.notOverBefore(tx, vehicleId, from)).map(toSpan);
  }

  private async get(tx: EntityManager, alertId: AlertId): Promise<AlertEntity> {
    const row = await this.alerts.find(tx, alertId);
    if (!row) throw new Error(`No alert ${alertId} to tell of`);
    return row;
  }

  private tell(tx: EntityManager, { id, vehicleId, enterpriseId }: AlertEntity): Promise<void> {
    return this.outbox.publish<AlertEvents>(tx, {
      name: 'alert.changed',
      orderingKey: vehicleId,
      payload: { alertId: id, enterpriseId, vehicleId },
    });
  }
}

const toSpan = (row: AlertEntity): EpisodeSpan => ({
  alertId: row.id,
  code: row.code,
  subjectId: row.subjectId,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  isLate: row.isLate,
});
