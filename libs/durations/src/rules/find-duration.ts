import {
  type DurationKind,
  type DurationLevel,
  type DurationPlace,
  keysOf,
  levelOf,
  nameOf,
} from './duration-key.js';
import type { LearntValue } from './robust-quantile.js';

/** What is known of an enterprise's durations, by the names of their keys. */
export interface KnownDurations {
  readonly learnt: ReadonlyMap<string, LearntValue>;
  /** What people decided, and holds now. */
  readonly overrides: ReadonlyMap<string, { readonly id: string; readonly value: number }>;
}

/** Policy: how much it takes to believe what was observed. */
export interface LearningTerms {
  /** Fewer samples say nothing. */
  readonly samplesMin: number;
  /** Samples that the wider value weighs as much as. */
  readonly priorSamples: number;
}

/** A duration as a plan uses it, and where it comes from. */
export interface UsedDuration {
  readonly value: number;
  /** `override`: a person said so; `learnt`: observed; `assumed`: nothing is known, so policy. */
  readonly source: 'override' | 'learnt' | 'assumed';
  /** How near to this site and hour the evidence is; null when assumed. */
  readonly level: DurationLevel | null;
  readonly sampleCount: number;
}

/**
 * The duration to plan with at a place and hour, in the unit of its kind.
 *
 * A person's word wins, the narrowest first. Otherwise what was observed is taken from the widest to
 * the narrowest, each drawn towards the one before it by how few samples it has: Z·own + (1 − Z)·wider
 * with Z = n / (n + prior), the credibility of Bühlmann (Experience rating and credibility, ASTIN
 * Bulletin 4, 1967). So a site with a few trips is planned much like its plant, one with many as itself.
 *
 * @param assumed what policy says, where nothing else does
 */
export function findDuration(
  kind: DurationKind,
  place: DurationPlace,
  { learnt, overrides }: KnownDurations,
  { samplesMin, priorSamples }: LearningTerms,
  assumed: number,
): UsedDuration {
  const keys = keysOf(kind, place);
  for (const key of keys) {
    const said = overrides.get(nameOf(key));
    if (said) {
      return { value: said.value, source: 'override', level: levelOf(key), sampleCount: 0 };
    }
  }
  let used: UsedDuration = { value: assumed, source: 'assumed', level: null, sampleCount: 0 };
  for (const key of keys.toReversed()) {
    const own = learnt.get(nameOf(key));
    if (own === undefined || own.sampleCount < samplesMin) continue;
    const { sampleCount } = own;
    const weight = sampleCount / (sampleCount + priorSamples);
    const value = used.value + (own.value - used.value) * weight;
    used = { value, source: 'learnt', level: levelOf(key), sampleCount };
  }
  return used;
}
