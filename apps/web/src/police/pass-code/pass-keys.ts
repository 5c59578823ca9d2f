import { instant, type PassKeySet, passKeySet } from '@tongyun/contracts';
import { z } from 'zod';
import type { TextStorage } from '../recent/recent-queries.js';

const keptPassKeys = z.object({
  keys: passKeySet,
  /** When the server gave them: a key that was withdrawn or made since is not among them as it is now. */
  givenAt: instant,
});
export type KeptPassKeys = z.infer<typeof keptPassKeys>;

const KEY = 'tongyun.police.pass-keys';

/** The public keys as they were last given; null when there are none, or none that can be read. */
export function readPassKeys(storage: TextStorage): KeptPassKeys | null {
  try {
    const read = keptPassKeys.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Keeps them for when there is no signal; a device that keeps nothing cannot tell then. */
export function keepPassKeys(storage: TextStorage, keys: PassKeySet, now: Date): void {
  try {
    storage.setItem(KEY, JSON.stringify({ keys, givenAt: now.toISOString() }));
  } catch {
    // Storage is full or shut: with a signal the keys are asked for again.
  }
}
