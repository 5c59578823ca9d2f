import type { PassStatement } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatAgo } from '../../i18n/ago.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { formatPlate } from '../../plate/plate-entry.js';
import type { ScannedPass } from './use-pass-code.js';

const MS_PER_SEC = 1_000;

/** What the scanned paper is. Never a leave to pass: that is the answer's below to say. */
export function PassCodeLine({ scanned }: { readonly scanned: ScannedPass }) {
  const { t } = useTranslation('police');
  const language = useLanguage();
  if (scanned.state === 'none') return null;
  return (
    <section
      className="pass-code"
      role="status"
      data-testid="pass-code"
      data-state={scanned.state}
      aria-label={t('passCode.region')}
    >
      <strong>{t(`passCode.${wordsFor(scanned)}`)}</strong>
      {scanned.state === 'genuine' && (
        <p>
          {t('passCode.states', {
            plate: nameOf(scanned.statement),
            no: scanned.statement.n,
            time: formatDateTime(new Date(scanned.statement.iat * MS_PER_SEC).toISOString()),
          })}
        </p>
      )}
      {'by' in scanned && scanned.by.from === 'device' && (
        <p data-testid="keys-of">
          {t('passCode.keysOf', {
            time: formatDateTime(scanned.by.givenAt),
            ago: formatAgo(scanned.by.givenAt, new Date(), language),
          })}
        </p>
      )}
    </section>
  );
}

/** A trailer pump has no plate, but the number that is painted on it. */
const nameOf = ({ p: plateNo, e: equipmentNo }: PassStatement): string =>
  plateNo === null ? (equipmentNo ?? '') : formatPlate(plateNo);

/** A key that is not known here may be one made since: only a signal would tell. */
const wordsFor = (scanned: Exclude<ScannedPass, { readonly state: 'none' }>) =>
  scanned.state === 'unknown' && scanned.by.from !== 'server' ? 'unknownHere' : scanned.state;
