import { z } from 'zod';
import { instant } from './common.js';

/** Demand against capacity of a plant in one hour. */
export const capacityHour = z.object({
  plantId: z.uuid(),
  plantName: z.string(),
  hourAt: instant,
  demandM3: z.number(),
  willCallM3: z.number(),
  lineCapacityM3: z.number(),
  trucksNeeded: z.number(),
  trucksOwn: z.number().int(),
  trucksHired: z.number().int(),
  trucksLoaned: z.number().int(),
});
export const capacityView = z.object({ hours: z.array(capacityHour) });
export type CapacityView = z.infer<typeof capacityView>;
