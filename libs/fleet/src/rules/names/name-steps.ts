import type { AccessScope, Role } from '@tongyun/kernel';

export type NameRequestState = 'asked' | 'granted' | 'refused' | 'withdrawn';

type Taker = Pick<AccessScope, 'roles' | 'enterpriseIds'>;
type Party = 'enterprise' | 'administration';

const ADMINISTRATION: Role = 'concrete_admin';

/** Who takes a request on from where it is asked; what is not asked any more is settled. */
const STEPS: Readonly<Partial<Record<NameRequestState, Party>>> = {
  granted: 'administration',
  refused: 'administration',
  withdrawn: 'enterprise',
};

/** The states that may follow, whoever takes the step. */
export const nameStepsFrom = (from: NameRequestState): NameRequestState[] =>
  from === 'asked' ? (Object.keys(STEPS) as NameRequestState[]) : [];

/**
 * Judges whether somebody who may see a request for a name takes it on: the enterprise withdraws it while
 * nobody has decided, the administration grants or refuses it. What a driver was examined in stands under
 * his name, so his enterprise decides nothing itself.
 */
export function judgeNameStep(
  from: NameRequestState,
  to: NameRequestState,
  { roles, enterpriseIds }: Taker,
): 'ok' | 'no_such_step' | 'not_yours' {
  const party = STEPS[to];
  if (party === undefined || from !== 'asked') return 'no_such_step';
  const isParty = party === 'enterprise' ? enterpriseIds !== 'all' : roles.includes(ADMINISTRATION);
  return isParty ? 'ok' : 'not_yours';
}

/** The states to which this somebody may take a request now. */
export const nameStepsOf = (from: NameRequestState, scope: Taker): NameRequestState[] =>
  nameStepsFrom(from).filter((to) => judgeNameStep(from, to, scope) === 'ok');
