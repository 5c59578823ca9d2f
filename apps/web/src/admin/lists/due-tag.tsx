import type { DayValidity } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import type { Ending } from './validity-filter.js';
import { ValidityTag } from './validity-tag.js';

/** What is said of a day by which something is to be done. */
export function useDueWords(): Readonly<Record<Ending, string>> {
  const { t } = useTranslation('admin');
  return { expiring: t('list.dueSoon'), expired: t('list.overdue') };
}

/** Warns of a day that comes soon, or is past; of what is settled it says nothing. */
export function DueTag({ validity }: { readonly validity: DayValidity | null }) {
  return <ValidityTag validity={validity} words={useDueWords()} />;
}
