import type { Refusal } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.js';
import { readableDetails } from './refusal-details.js';
import { refusalSentence } from './refusal-sentence.js';

interface OfRefusal {
  readonly refusal: Refusal;
}

/** The values that were compared, in words; nothing where a refusal has none. */
export function RefusalDetails({ refusal }: OfRefusal) {
  const { t } = useTranslation('shared');
  const readable = readableDetails(refusal, useLanguage());
  if (readable.length === 0) return null;
  return (
    <ul className="refusal-details" aria-label={t('refusalNotice.details')}>
      {readable.map(({ name, value }) => (
        <li key={name}>{t('mark.colon', { what: name, note: value })}</li>
      ))}
    </ul>
  );
}

/** Why the server said no: one sentence, and beneath it the values that were compared. */
export function RefusalWords({ refusal }: OfRefusal) {
  return (
    <>
      {refusalSentence(refusal, useLanguage())}
      <RefusalDetails refusal={refusal} />
    </>
  );
}
