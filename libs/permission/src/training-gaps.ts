import type { Interval } from '@tongyun/kernel';
import type { TrainingFact } from './facts.js';
import type { Finding, JudgedCase } from './judged-case.js';
import { dayAfter, instantOfLocal } from './local-hours.js';
import type { ReasonCode, Sentence } from './reason.js';
import { cutAt, joined, without } from './spans.js';

export type TrainingKind = TrainingFact['kind'];

export const TRAINING_WORDS: Readonly<Record<TrainingKind, Sentence>> = {
  skill: { 'zh-CN': '业务技能培训', en: 'skill training' },
  safety: { 'zh-CN': '上岗安全培训', en: 'safety training' },
};

export interface TrainingGaps {
  /** When no result was in force and none had been before. */
  readonly never: readonly Interval[];
  /** When the last result had run out. */
  readonly expired: readonly Interval[];
  /** Last day of the result that ran out last within or before the window; null if none did. */
  readonly expiredOn: string | null;
}

/**
 * Finds where in the window the driver has no result of a kind in force (R5). A passed result
 * counts from its day to the end of its expiry day, local time; results may join.
 */
export function findTrainingGaps({ facts, window }: JudgedCase, kind: TrainingKind): TrainingGaps {
  const passed = (facts.driver?.trainings ?? [])
    .filter((training) => training.kind === kind && training.hasPassed)
    .map(({ passedOn, expiresOn }) => ({
      expiresOn,
      from: instantOfLocal(passedOn, 0, facts.timeZone),
      to: instantOfLocal(dayAfter(expiresOn, 1), 0, facts.timeZone),
    }));
  const pieces = cutAt(
    without([window], passed),
    passed.map(({ to }) => to),
  );
  const ended = passed.filter(({ to }) => to < window.to);
  const hasEndedBy = (at: Date) => ended.some(({ to }) => to <= at);
  return {
    never: joined(pieces.filter(({ from }) => !hasEndedBy(from))),
    expired: joined(pieces.filter(({ from }) => hasEndedBy(from))),
    expiredOn:
      ended
        .map(({ expiresOn }) => expiresOn)
        .toSorted()
        .at(-1) ?? null,
  };
}

/** A finding that bars the driver from work; nobody may override it (R5). */
export const trainingFinding = (
  judged: JudgedCase,
  code: ReasonCode,
  during: readonly Interval[],
  sentence: Sentence,
  compared: Record<string, unknown>,
): Finding => ({
  code,
  effect: 'forbids_work',
  sentence,
  compared: {
    driverId: judged.facts.driver?.driverId ?? null,
    driverName: judged.facts.driver?.name ?? null,
    ...compared,
  },
  overridableBy: [],
  during,
});

/** The finding that a driver has never passed a kind of training; none when he has. */
export function untrainedFindings(
  judged: JudgedCase,
  kind: TrainingKind,
  code: ReasonCode,
): Finding[] {
  const { driver } = judged.facts;
  if (!driver) return [];
  const { never } = findTrainingGaps(judged, kind);
  if (never.length === 0) return [];
  const words = TRAINING_WORDS[kind];
  const sentence = {
    'zh-CN': `驾驶员${driver.name}未通过${words['zh-CN']}`,
    en: `Driver ${driver.name} has not passed the ${words.en}`,
  };
  return [trainingFinding(judged, code, never, sentence, { kind })];
}
