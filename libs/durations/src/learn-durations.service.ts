import { EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  localTimeOf,
  newId,
  type PlantId,
  type SiteId,
} from '@tongyun/kernel';
import { BackgroundWork, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { DurationLearningEntity } from './data/duration-learning.entity.js';
import type { LearntDurationEntity } from './data/learnt-duration.entity.js';
import { LearntDurationRepository } from './data/learnt-duration.repository.js';
import { ObservedTripRepository } from './data/observed-trip.repository.js';
import { DurationTerms } from './duration-terms.service.js';
import { ObserveTripsService } from './observe-trips.service.js';
import { nameOf } from './rules/duration-key.js';
import { type LearntDuration, learnDurations } from './rules/learn-durations.js';

const LEASE_SEC = 600;
const MIN_PER_HOUR = 60;

/** Learns an enterprise's durations anew from the trips that it has finished. */
@Injectable()
export class LearnDurationsService {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly observing: ObserveTripsService,
    private readonly observed: ObservedTripRepository,
    private readonly learnt: LearntDurationRepository,
    private readonly terms: DurationTerms,
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async learn(scope: AccessScope, enterpriseId: EnterpriseId): Promise<DurationLearningEntity> {
    await this.enterprises.get(scope, enterpriseId);
    let learning: DurationLearningEntity | null = null;
    const name = `learn-durations:${enterpriseId}`;
    await this.background.alone(name, LEASE_SEC, async () => {
      learning = await this.learnAlone(scope, enterpriseId);
    });
    if (learning === null) {
      throw new DomainError('DURATION_LEARNING_UNDER_WAY', 'Durations are being learnt', {
        enterpriseId,
      });
    }
    return learning;
  }

  private async learnAlone(
    { userId }: AccessScope,
    enterpriseId: EnterpriseId,
  ): Promise<DurationLearningEntity> {
    const now = this.clock.now();
    const { since, quantilePct } = await this.terms.at(now, enterpriseId);
    await this.observing.observe(enterpriseId, since);
    const { reads } = this.unitOfWork;
    const trips = await this.observed.since(reads, enterpriseId, since);
    const found = learnDurations(trips, quantilePct / 100, (at) => this.hourOf(at));
    const before = await this.learnt.inForce(reads, enterpriseId);
    const { changed, goneKeys } = compare(before, found);
    const learning: DurationLearningEntity = {
      id: newId<string>(),
      enterpriseId,
      learntAt: now,
      askedBy: userId,
      since,
      trips: trips.length,
      changed: changed.length + goneKeys.length,
      quantilePct,
    };
    const rows = changed.map((one) => toRow(learning, one));
    await this.unitOfWork.run((tx) => this.learnt.replace(tx, learning, goneKeys, rows));
    return learning;
  }

  private hourOf(at: Date): number {
    return Math.floor(localTimeOf(at, this.timeZone).minuteOfDay / MIN_PER_HOUR);
  }
}

/** What came out otherwise than it stands, and what stands without a trip that says it. */
function compare(
  before: readonly LearntDurationEntity[],
  found: readonly LearntDuration[],
): { changed: LearntDuration[]; goneKeys: string[] } {
  const stands = new Map(before.map((row) => [row.key, row]));
  const names = new Set(found.map(({ key }) => nameOf(key)));
  const changed = found.filter(({ key, value, sampleCount }) => {
    const row = stands.get(nameOf(key));
    return row?.value !== value || row.sampleCount !== sampleCount;
  });
  return { changed, goneKeys: before.map(({ key }) => key).filter((key) => !names.has(key)) };
}

const toRow = (
  { id, enterpriseId, learntAt }: DurationLearningEntity,
  { key, value, sampleCount }: LearntDuration,
): LearntDurationEntity => ({
  id: newId<string>(),
  learningId: id,
  enterpriseId,
  ...key,
  key: nameOf(key),
  plantId: key.plantId as PlantId | null,
  siteId: key.siteId as SiteId | null,
  value,
  sampleCount,
  learntAt,
  supersededAt: null,
});
