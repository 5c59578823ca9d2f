import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { formatPlate } from '../../plate/plate-entry.js';
import type { ScannedPass } from './use-pass-code.js';

const MS_PER_SEC = 1_000;

/** What the scanned paper is. Never a leave to pass: that is the answer's below to say. */
export function PassCodeLine({ scanned }: { readonly scanned: ScannedPass }) {
  const { t } = useTranslation('police');
  if (scanned.state === 'none') return null;
  return (
    <section
      className="pass-code"
      role="status"
      data-testid="pass-code"
      data-state={scanned.state}
      aria-label={t('passCode.region')}
    >
      <strong>{t(`passCode.${scanned.state}`)}</strong>
      {scanned.state === 'genuine' && (
        <p>
          {t('passCode.states', {
            plate: formatPlate(scanned.statement.p ?? ''),
            no: scanned.statement.n,
            time: formatDateTime(new Date(scanned.statement.iat * MS_PER_SEC).toISOString()),
          })}
        </p>
      )}
    </section>
  );
}
