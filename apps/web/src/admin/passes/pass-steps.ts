import type { DecidePassRequest, PassView } from '@tongyun/contracts';

type PassStep = DecidePassRequest['state'];

/** What may be decided next on a pass; expiry comes by itself, and revoking is final. */
const NEXT: Readonly<Record<PassView['state'], readonly PassStep[]>> = {
  pending: ['valid', 'revoked'],
  valid: ['suspended', 'revoked'],
  expiring: ['suspended', 'revoked'],
  expired: ['suspended', 'revoked'],
  suspended: ['valid', 'revoked'],
  revoked: [],
};

export const findPassSteps = (state: PassView['state']): readonly PassStep[] => NEXT[state];
