import type { AccessScope, EnterpriseId, Role } from '@tongyun/kernel';

export type TransferState = 'asked' | 'agreed' | 'declined' | 'withdrawn' | 'approved' | 'refused';

/** The fields of a transfer that these rules read. */
export interface Transfer {
  readonly state: TransferState;
  readonly fromEnterpriseId: EnterpriseId;
  readonly toEnterpriseId: EnterpriseId;
}

type Party = 'giver' | 'taker' | 'authority';

const AUTHORITIES: readonly Role[] = ['concrete_admin', 'district_bureau'];

/** Who takes which step; what is not listed is settled. */
const STEPS: Readonly<Partial<Record<TransferState, Partial<Record<TransferState, Party>>>>> = {
  asked: { agreed: 'giver', declined: 'giver', withdrawn: 'taker' },
  agreed: { approved: 'authority', refused: 'authority', withdrawn: 'taker' },
};

/** The states that may follow, whoever takes the step. */
export const transferStepsFrom = (from: TransferState): TransferState[] =>
  Object.keys(STEPS[from] ?? {}) as TransferState[];

/**
 * Judges whether somebody may take a transfer on: the giving enterprise agrees, then an authority
 * decides, and the taking one may withdraw as long as nobody has decided.
 */
export function judgeTransferStep(
  transfer: Transfer,
  to: TransferState,
  scope: Pick<AccessScope, 'roles' | 'enterpriseIds'>,
): 'ok' | 'no_such_step' | 'not_yours' {
  const party = STEPS[transfer.state]?.[to];
  if (party === undefined) return 'no_such_step';
  return isParty(transfer, party, scope) ? 'ok' : 'not_yours';
}

/** The states to which this somebody may take a transfer now. */
export const transferStepsOf = (
  transfer: Transfer,
  scope: Pick<AccessScope, 'roles' | 'enterpriseIds'>,
): TransferState[] =>
  transferStepsFrom(transfer.state).filter((to) => judgeTransferStep(transfer, to, scope) === 'ok');

function isParty(
  { fromEnterpriseId, toEnterpriseId }: Transfer,
  party: Party,
  { roles, enterpriseIds }: Pick<AccessScope, 'roles' | 'enterpriseIds'>,
): boolean {
  if (party === 'authority') return roles.some((role) => AUTHORITIES.includes(role));
  const enterpriseId = party === 'giver' ? fromEnterpriseId : toEnterpriseId;
  return enterpriseIds !== 'all' && enterpriseIds.includes(enterpriseId);
}
