import type { ContentLoad, ContentPumpJob, PlanContent } from './plan-content.js';

/** What of an earlier plan has to stay as it is, and on which lines it had its loads. */
export interface Held {
  readonly loads: readonly ContentLoad[];
  readonly pumpJobs: readonly ContentPumpJob[];
  /** Orders of which all stays whatever the rules say: somebody else decides on them. */
  readonly unasked: ReadonlySet<string>;
  /** By load. */
  readonly lineOf: ReadonlyMap<string, string>;
}

/** The line of each load of a plan. */
export const linesOf = (loads: readonly ContentLoad[]): ReadonlyMap<string, string> =>
  new Map(loads.map(({ id, lineId }) => [id, lineId]));

/** Every load and pump job may be moved, except what has begun. */
export const holdNothing = ({ loads }: Pick<PlanContent, 'loads'>): Held => ({
  loads: [],
  pumpJobs: [],
  unasked: new Set(),
  lineOf: linesOf(loads),
});
