import { z } from 'zod';
import { instant } from './common.js';

/** `forward` mixes, `reverse` empties. */
export const drumState = z.enum(['stopped', 'forward', 'reverse']);
export type DrumState = z.infer<typeof drumState>;

/** What a terminal last reported, for whoever is fitting it; null when it reported nothing of late. */
export const terminalFixView = z.object({
  fix: z
    .object({
      at: instant,
      receivedAt: instant,
      lng: z.number(),
      lat: z.number(),
      isLocated: z.boolean(),
      speedKph: z.number().nullable(),
      headingDeg: z.number().nullable(),
      satellites: z.number().nullable(),
      /** What the drum did, by the setting of that moment, and as its sensor called it. */
      drumState: drumState.nullable(),
      drumSent: drumState.nullable(),
      drumSpeedRpm: z.number().nullable(),
    })
    .nullable(),
});
export type TerminalFixView = z.infer<typeof terminalFixView>;
