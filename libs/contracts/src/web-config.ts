import { z } from 'zod';

/** What a page must know before anybody signs in. */
export const webConfigView = z.object({
  mapboxToken: z.string().nullable(),
  mapStyleUrl: z.string().nullable(),
  timeZone: z.string(),
  isDemo: z.boolean(),
  /** The embedded database: it survives a killed process, not a power cut. */
  isDatabaseEmbedded: z.boolean(),
});
export type WebConfigView = z.infer<typeof webConfigView>;
