import { z } from 'zod';
import { instant } from './common.js';

/** How loaded a terminal says its vehicle is: bits 8 and 9 of its status (JT/T 808-2019, table 24). */
export const statedLoad = z.enum(['empty', 'half', 'reserved', 'loaded']);
export type StatedLoad = z.infer<typeof statedLoad>;

/** Something that a vehicle is in. */
export const presencePlace = z.object({
  kind: z.enum(['plant', 'site', 'zone']),
  id: z.uuid(),
  name: z.string().nullable(),
  /** When the first of the fixes was true by which it came in. */
  since: instant,
});
export type PresencePlace = z.infer<typeof presencePlace>;

/** Where a vehicle is by the judge's word, for how long, and how loaded it is by its terminal's. */
export const vehiclePresenceView = z.object({
  vehicleId: z.uuid(),
  /** The plants and sites of its way and its enterprise, and the zones that bind it; longest first. */
  places: z.array(presencePlace),
  /** Null: its terminal has said nothing for a day. */
  load: z.object({ state: statedLoad, at: instant }).nullable(),
});
export type VehiclePresenceView = z.infer<typeof vehiclePresenceView>;
