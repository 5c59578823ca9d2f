import { z } from 'zod';
import { instant, pageOf, pageQuery, positionIn, reasonText } from './common.js';

/** What an officer did after the answer. */
export const roadsideOutcome = z.enum(['released', 'left_by_route', 'held']);
export type RoadsideOutcome = z.infer<typeof roadsideOutcome>;

export const recordOutcomeRequest = z
  .object({
    outcome: roadsideOutcome,
    /** The way that the vehicle was told to leave by. */
    route: z.string().trim().min(2).max(300).nullable().default(null),
    note: z.string().trim().min(2).max(500).nullable().default(null),
    /** Where the officer stands; left out: the place that the question was judged for. */
    position: positionIn.nullable().default(null),
  })
  .refine(({ outcome, route }) => outcome !== 'left_by_route' || route !== null, {
    message: 'route is the way to leave by',
    path: ['route'],
  });
export type RecordOutcomeRequest = z.infer<typeof recordOutcomeRequest>;

export const roadsideOutcomeView = z.object({
  id: z.uuid(),
  checkId: z.uuid(),
  /** Null: of a question that had gone by its time before outcomes kept the plate. */
  plateNo: z.string().nullable(),
  outcome: roadsideOutcome,
  route: z.string().nullable(),
  note: z.string().nullable(),
  agency: z.string().nullable(),
  badgeNo: z.string().nullable(),
  decidedAt: instant,
  /** Whether an enterprise was told, by an alert. */
  isEnterpriseTold: z.boolean(),
});
export type RoadsideOutcomeView = z.infer<typeof roadsideOutcomeView>;
export const roadsideOutcomePage = pageOf(roadsideOutcomeView);
export const listRoadsideOutcomesQuery = pageQuery.extend({ outcome: roadsideOutcome.optional() });
export type ListRoadsideOutcomesQuery = z.infer<typeof listRoadsideOutcomesQuery>;

/** Why an officer needs to know who drives; kept with his badge. */
export const discloseDriverRequest = z.object({ purpose: reasonText });
export type DiscloseDriverRequest = z.infer<typeof discloseDriverRequest>;
export const disclosedDriverView = z.object({
  name: z.string(),
  phone: z.string(),
  enterpriseName: z.string(),
});
export type DisclosedDriverView = z.infer<typeof disclosedDriverView>;
