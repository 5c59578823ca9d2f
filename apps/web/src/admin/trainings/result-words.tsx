import type { ExaminationView, TrainingView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/time.js';
import { StateTag } from '../../ui/state-tag.js';
import { ValidityTag } from '../lists/validity-tag.js';

export interface ResultWordsProps {
  readonly result: ExaminationView | TrainingView;
}

/** What an examination came to, until when it counts, and if it is withdrawn, why. */
export function ResultWords({ result }: ResultWordsProps) {
  const { t } = useTranslation('admin');
  const { hasPassed, score, expiresOn, certificateNo, withdrawal } = result;
  return (
    <span>
      <span className="admin-line">
        {hasPassed
          ? t('training.passed', { score, day: expiresOn })
          : t('training.failed', { score })}
      </span>{' '}
      {'validity' in result && <ValidityTag validity={result.validity} />}
      {certificateNo !== null && (
        <div className="admin-quiet">{t('training.certificate', { no: certificateNo })}</div>
      )}
      {withdrawal && (
        <div>
          <StateTag tone="bad">
            {t('training.withdrawnOn', { day: formatDate(withdrawal.decidedAt) })}
          </StateTag>{' '}
          {withdrawal.reason}
        </div>
      )}
    </span>
  );
}
