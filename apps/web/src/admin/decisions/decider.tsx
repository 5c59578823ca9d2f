import type { DecisionView } from '@tongyun/contracts';
import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/use-session.js';

export interface DeciderProps {
  readonly decision: Pick<DecisionView, 'decidedBy' | 'decidedByRoles'>;
}

/** The office that decided, and which of its officers by the end of his id; names are not shown. */
export function Decider({ decision: { decidedBy: id, decidedByRoles } }: DeciderProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const session = useSession();
  if (id === SYSTEM_SCOPE.userId) return t('decision.system');
  if (session.status === 'signed_in' && session.user.id === id) return t('decision.mine');
  const office = decidedByRoles.map((role) => shared(`role.${role}`)).join(shared('mark.and'));
  return t('decision.by', { office, id: id.slice(-8) });
}
