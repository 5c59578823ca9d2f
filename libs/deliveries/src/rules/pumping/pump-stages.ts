import type { StageEvidence } from '../stages.js';

/** What a pump runs through on a job, in this order; any may be skipped. */
export const PUMP_RUN = [
  'travelling',
  'setting_up',
  'ready',
  'pumping',
  'washing',
  'left',
] as const;
export type PumpStage = (typeof PUMP_RUN)[number];

/** `planned`: nobody is on it; `released`: its operator was told and has not set out. */
export type PumpJobState = 'planned' | 'released' | PumpStage;

/** When each stage was reached, ISO 8601, and on what evidence; kept as JSON. */
export type PumpEvidenceMap = Partial<
  Record<PumpStage, { readonly at: string; readonly evidence: StageEvidence }>
>;

/** Place in the run, 0 = travelling; -1 for a pump that has not set out. */
export const pumpPlaceOf = (state: PumpJobState): number => PUMP_RUN.indexOf(state as PumpStage);

/** What the operator's one big button records next; null when there is nothing left to do. */
export const findNextPumpStage = (state: PumpJobState): PumpStage | null =>
  state === 'planned' ? null : (PUMP_RUN[pumpPlaceOf(state) + 1] ?? null);

/**
 * Whether a load has its pump where it goes: at the site, from being set up until it is washed (R11:
 * on site before the first mixer).
 *
 * @param state null: the load needs no pump
 */
export const isPumpThere = (state: PumpJobState | null): boolean =>
  state === null || state === 'setting_up' || state === 'ready' || state === 'pumping';

/** Whether a pump is on the job, from setting out until it leaves the site. */
export const isPumpUnderWay = (state: PumpJobState): boolean =>
  pumpPlaceOf(state) >= 0 && state !== 'left';
