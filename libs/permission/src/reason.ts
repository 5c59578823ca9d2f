import type { Role } from '@tongyun/kernel';

/** Every code a reason may carry (design §4). */
export const REASON_CODES = [
  'not_registered',
  'registration_suspended',
  'no_pass',
  'pass_expired',
  'pass_suspended',
  'outside_pass_hours',
  'outside_pass_zone',
  'off_permitted_route',
  'emission_class',
  'overload',
  'untrained_skill',
  'untrained_safety',
  'training_expired',
  'driver_off_duty',
  'driving_hours',
  'site_out_of_radius',
  'pump_out_of_reach',
  'above_drum_capacity',
  'enterprise_barred',
  'plant_not_licensed',
  'undeclared_use',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What a reason does: bars the road, bars the work, or only tells. */
export type Effect = 'forbids_road' | 'forbids_work' | 'notice';

export interface Sentence {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** One reason why not, in words and with the values compared. */
export interface Reason {
  readonly code: ReasonCode;
  readonly effect: Effect;
  readonly sentence: Sentence;
  readonly compared: Record<string, unknown>;
  readonly policyVersion: string;
  /** Who may override it; empty for every road reason: nothing makes those lawful. */
  readonly overridableBy: Role[];
}

/** Whether any of the reasons has this effect. */
export const forbids = (
  reasons: readonly Reason[],
  effect: 'forbids_road' | 'forbids_work',
): boolean => reasons.some((reason) => reason.effect === effect);
