import type { DriverDayView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/time.js';

/** Why a training counts no more that he had passed. */
export function WithdrawnTrainings({ day }: { readonly day: DriverDayView }) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  return day.withdrawnTrainings.map(({ kind, reason, decidedAt }) => (
    <p key={kind} className="notice notice-bad" data-testid="withdrawn-training">
      {t('checkIn.withdrawn', {
        kind: shared(`trainingKind.${kind}`),
        day: formatDate(decidedAt),
        reason,
      })}
    </p>
  ));
}
