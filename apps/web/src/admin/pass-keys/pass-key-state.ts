import type { PassKeyView } from '@tongyun/contracts';

export type PassKeyState = 'signs' | 'counts' | 'withdrawn';

/** Of keys, the newest first: the first that is not withdrawn signs, the others of these still count. */
export function passKeyStateOf(key: PassKeyView, keys: readonly PassKeyView[]): PassKeyState {
  if (key.withdrawnAt !== null) return 'withdrawn';
  const signing = keys.find(({ withdrawnAt }) => withdrawnAt === null);
  return signing?.id === key.id ? 'signs' : 'counts';
}
