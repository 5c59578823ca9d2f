import type { PassCodeView, PassKeyView, PassStatement } from '@tongyun/contracts';
import type { PassKeyEntity } from '../data/pass-key.entity.js';

export const toPassCodeView = ({ n, p, c, e, iat }: PassStatement): PassCodeView => ({
  passNo: n,
  plateNo: p,
  plateColor: c,
  equipmentNo: e ?? null,
  issuedAt: new Date(iat * 1_000).toISOString(),
});

export const toPassKeyView = (key: PassKeyEntity): PassKeyView => ({
  id: key.id,
  madeAt: key.madeAt.toISOString(),
  reason: key.reason,
  withdrawnAt: key.withdrawnAt?.toISOString() ?? null,
});
