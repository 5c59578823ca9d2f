import type { PolicyView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/use-session.js';

/** Which officer decided, by the end of his id as elsewhere; none, where the value ships with the product. */
export function PolicyDecider({ decidedBy }: Pick<PolicyView, 'decidedBy'>) {
  const { t } = useTranslation('admin');
  const session = useSession();
  if (decidedBy === null) return <span className="admin-quiet">{t('policy.shipped')}</span>;
  if (session.status === 'signed_in' && session.user.id === decidedBy) return t('decision.mine');
  return t('policy.by', { id: decidedBy.slice(-8) });
}
