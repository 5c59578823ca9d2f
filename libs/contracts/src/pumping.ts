import { z } from 'zod';

/** How far a pump's job is: `planned`, nobody has it; `released`, its operator was told. */
export const pumpJobState = z.enum([
  'planned',
  'released',
  'travelling',
  'setting_up',
  'ready',
  'pumping',
  'washing',
  'left',
]);
/** The stages that a pump runs through on a job. */
export const pumpStage = pumpJobState.exclude(['planned', 'released']);
export type PumpStage = z.infer<typeof pumpStage>;
