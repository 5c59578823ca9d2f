import type { DecidePassRequest, PassView } from '@tongyun/contracts';

type PassStep = DecidePassRequest['state'];

/**
 * What may be decided next on a pass; beginning and expiry come by themselves, and revoking is
 * final.
 */
const NEXT: Readonly<Record<PassView['state'], readonly PassStep[]>> = {
  pending: ['suspended', 'revoked'],
  valid: ['suspended', 'revoked'],
  expiring: ['suspended', 'revoked'],
  expired: ['suspended', 'revoked'],
  suspended: ['valid', 'revoked'],
  revoked: [],
};

export const findPassSteps = (state: PassView['state']): readonly PassStep[] => NEXT[state];
