import type { MeView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CreditGradeTag } from '../ui/credit-grade-tag.js';
import { StateTag } from '../ui/state-tag.js';
import { ownEnterprises } from './queries.js';

/** The credit grade of the dispatcher's own enterprise, and what it takes from it (R31). */
export function DeskCredit({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('shared');
  const { data } = useQuery({ ...ownEnterprises(), enabled: user.enterpriseId !== null });
  const own = data?.find(({ id }) => id === user.enterpriseId);
  if (!own) return null;
  return (
    <span className="desk-credit" data-testid="desk-credit">
      {t('credit.name')}
      <CreditGradeTag grade={own.creditGrade} />
      {own.isBarred && <StateTag tone="bad">{t('credit.barred')}</StateTag>}
      {own.areOrdersBlocked && <StateTag tone="bad">{t('credit.blocked')}</StateTag>}
    </span>
  );
}
