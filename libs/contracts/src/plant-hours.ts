import { z } from 'zod';
import { reasonText } from './common.js';

/** Local hours on the calendar day that gives an operating day its name; 28 is four the next morning. */
const loadingSpan = z.object({
  fromHour: z.number().min(0).max(48),
  toHour: z.number().min(0).max(48),
});
export type LoadingSpan = z.infer<typeof loadingSpan>;

export const plantHoursView = z.object({
  plantId: z.uuid(),
  /** When it loads, in order of time. */
  hours: z.array(loadingSpan),
  /** Whether they were stated for the plant; else they are those of its enterprise. */
  isOwn: z.boolean(),
});
export type PlantHoursView = z.infer<typeof plantHoursView>;

/** From now on; none: as its enterprise's policy says. */
export const setPlantHoursRequest = z.object({
  hours: z.array(loadingSpan).max(6),
  reason: reasonText,
});
export type SetPlantHoursRequest = z.infer<typeof setPlantHoursRequest>;
