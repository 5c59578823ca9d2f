import { z } from 'zod';
import { instant, pageOf, pageQuery } from './common.js';

/** Keeps every byte between a terminal and the gateway for a while; `isOn: false` ends it at once. */
export const setRawLogRequest = z.object({
  isOn: z.boolean(),
  minutes: z.number().int().min(1).max(1_440).default(60),
});
export type SetRawLogRequest = z.infer<typeof setRawLogRequest>;

/** Bytes as they came from the terminal (`in`) or went to it (`out`), one reading or sending. */
export const terminalBytesView = z.object({
  id: z.uuid(),
  at: instant,
  direction: z.enum(['in', 'out']),
  /** Hexadecimal: what `npm run -s jt808:decode` reads, but for messages whose code is masked (`2a`). */
  hex: z.string(),
  /** Nobody had shown a code on that connection: its number was stated, and may be another's. */
  isStatedOnly: z.boolean(),
  /** How many pieces before this one were not kept, or are kept no more. */
  droppedBefore: z.number().int(),
});
export type TerminalBytesView = z.infer<typeof terminalBytesView>;
/** Newest first. */
export const rawLogPage = pageOf(terminalBytesView);
export const rawLogQuery = pageQuery;
