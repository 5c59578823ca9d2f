import { z } from 'zod';

/** What a reason does: bars the road, bars the work, or only tells (design §4). */
export const effect = z.enum(['forbids_road', 'forbids_work', 'notice']);
export type Effect = z.infer<typeof effect>;

export const reasonCode = z.enum([
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
]);
export type ReasonCode = z.infer<typeof reasonCode>;

/** One reason for or against, in words and with what was compared. */
export const reasonView = z.object({
  code: reasonCode,
  effect,
  sentence: z.object({ 'zh-CN': z.string(), en: z.string() }),
  compared: z.record(z.string(), z.unknown()),
  policyVersion: z.string(),
  /** Who may override it; empty when nobody may. */
  overridableBy: z.array(z.string()),
});
export type ReasonView = z.infer<typeof reasonView>;
