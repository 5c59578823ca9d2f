import type { CallInRow } from '@tongyun/contracts';

/** Whether he would be turned away at check-in. */
export const isRefused = ({ reasons }: Pick<CallInRow, 'reasons'>): boolean =>
  reasons.some(({ effect }) => effect !== 'notice');
