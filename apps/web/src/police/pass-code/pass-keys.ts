import { type PassKeySet, passKeySet } from '@tongyun/contracts';
import type { TextStorage } from '../recent/recent-queries.js';

const KEY = 'tongyun.police.pass-keys';

/** The public keys as they were last given; null when there are none, or none that can be read. */
export function readPassKeys(storage: TextStorage): PassKeySet | null {
  try {
    const read = passKeySet.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Keeps them for when there is no signal; a device that keeps nothing cannot tell then. */
export function keepPassKeys(storage: TextStorage, keys: PassKeySet): void {
  try {
    storage.setItem(KEY, JSON.stringify(keys));
  } catch {
    // Storage is full or shut: with a signal the keys are asked for again.
  }
}
