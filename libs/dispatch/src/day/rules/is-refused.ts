import type { Reason } from '@tongyun/permission';

/** Whether reasons turn somebody away when he wants to begin. */
export const isRefused = (reasons: readonly Pick<Reason, 'effect'>[]): boolean =>
  reasons.some(({ effect }) => effect !== 'notice');
