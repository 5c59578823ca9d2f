import { z } from 'zod';

/** What a page must know before anybody signs in. */
export const webConfigView = z.object({
  mapboxToken: z.string().nullable(),
  mapStyleUrl: z.string().nullable(),
  timeZone: z.string(),
  isDemo: z.boolean(),
});
export type WebConfigView = z.infer<typeof webConfigView>;
