import type { DurationDecisionView, DurationLearningView, DurationView } from '@tongyun/contracts';
import { SYSTEM_SCOPE } from '@tongyun/kernel';
import type { DurationDecisionEntity } from '../data/duration-decision.entity.js';
import type { DurationLearningEntity } from '../data/duration-learning.entity.js';
import type { DurationRow } from '../data/duration-rows.js';
import { levelOf } from '../rules/duration-key.js';

export const toDurationView = (row: DurationRow, samplesMin: number): DurationView => ({
  kind: row.kind,
  plantId: row.plantId,
  siteId: row.siteId,
  placingMethod: row.placingMethod,
  pourKind: row.pourKind,
  hour: row.hour,
  key: row.key,
  level: levelOf(row),
  plantName: row.plantName,
  siteName: row.siteName,
  learnt: learntOf(row, samplesMin),
  override: overrideOf(row),
  version: row.version,
});

const learntOf = (
  { learntValue, sampleCount, learntAt }: DurationRow,
  samplesMin: number,
): DurationView['learnt'] =>
  learntValue === null || sampleCount === null || learntAt === null
    ? null
    : {
        value: learntValue,
        sampleCount,
        isEnough: sampleCount >= samplesMin,
        learntAt: learntAt.toISOString(),
      };

const overrideOf = (row: DurationRow): DurationView['override'] =>
  row.overrideId === null || row.overrideValue === null || row.decidedAt === null
    ? null
    : {
        id: row.overrideId,
        value: row.overrideValue,
        untilAt: row.untilAt?.toISOString() ?? null,
        reason: row.reason ?? '',
        byName: row.byName ?? '',
        decidedAt: row.decidedAt.toISOString(),
      };

export const toDurationDecisionView = (row: DurationDecisionEntity): DurationDecisionView => ({
  id: row.id,
  key: row.key,
  version: row.version,
  value: row.value,
  untilAt: row.untilAt?.toISOString() ?? null,
  reason: row.reason,
  byName: row.byName,
  decidedAt: row.decidedAt.toISOString(),
});

export const toDurationLearningView = (row: DurationLearningEntity): DurationLearningView => ({
  id: row.id,
  learntAt: row.learntAt.toISOString(),
  since: row.since.toISOString(),
  trips: row.trips,
  changed: row.changed,
  quantilePct: row.quantilePct,
  isAskedFor: row.askedBy !== SYSTEM_SCOPE.userId,
});
