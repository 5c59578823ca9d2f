import { z } from 'zod';
import { instant, positionIn } from './common.js';
import { assignmentView } from './assignments.js';
import { vehicleKind } from './fleet.js';
import { reasonView } from './permission.js';

/** Where travel times come from; an estimate is marked wherever it shows. */
export const travelSource = z.enum(['osrm', 'estimate']);

export const plantOptionsRequest = z.object({ position: positionIn });
export type PlantOptionsRequest = z.infer<typeof plantOptionsRequest>;
export const plantOptionView = z.object({
  plantId: z.uuid(),
  plantName: z.string(),
  enterpriseId: z.uuid(),
  isInRange: z.boolean(),
  distanceM: z.number(),
  /** Null where the administration has set an area or nothing. */
  limitM: z.number().nullable(),
  travelMin: z.number(),
  travelSource,
  reasons: z.array(reasonView),
});
export type PlantOptionView = z.infer<typeof plantOptionView>;
export const plantOptionsView = z.object({ items: z.array(plantOptionView) });

export const candidateView = z.object({
  vehicleId: z.uuid(),
  kind: vehicleKind,
  plateNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  drumCapacityM3: z.number().nullable(),
  driverId: z.uuid().nullable(),
  driverName: z.string().nullable(),
  mayAssign: z.boolean(),
  /** Every reason against, in the order that matters; warnings beneath. */
  reasons: z.array(reasonView),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  /** When it could be on site at the earliest, and the window it would hold. */
  arrivesAt: instant.nullable(),
  startsAt: instant,
  endsAt: instant,
  /** Lower is better; the parts are named so that the rank can be explained. */
  cost: z.number(),
  costParts: z.record(z.string(), z.number()),
  travelSource,
});
export type CandidateView = z.infer<typeof candidateView>;
export const candidatesView = z.object({ items: z.array(candidateView) });

/** What one click on "assign all" did, job by job. */
export const autoAssignView = z.object({
  assigned: z.array(assignmentView),
  unserved: z.array(
    z.object({
      loadId: z.uuid().nullable(),
      pumpJobId: z.uuid().nullable(),
      loadNo: z.number().int().nullable(),
      /** How many candidates each reason code refused. */
      refusedBy: z.record(z.string(), z.number().int()),
    }),
  ),
});
export type AutoAssignView = z.infer<typeof autoAssignView>;
