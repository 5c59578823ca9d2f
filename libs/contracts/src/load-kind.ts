import { z } from 'zod';

/** What is in a drum; `priming_mortar` goes through a pump first and is none of the ordered volume. */
export const loadKind = z.enum(['concrete', 'priming_mortar', 'wet_mortar']);
export type LoadKind = z.infer<typeof loadKind>;
