import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../i18n/language.js';
import { useLanguage } from '../i18n/use-language.js';
import { refusalOf, refusalSentence } from './refusal-sentence.js';
import { RefusalDetails } from './refusal-words.js';

/** Says why something was refused, in both languages, with the values that were compared. */
export function RefusalNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  const refusal = refusalOf(error);
  const other = LANGUAGES.find((candidate) => candidate !== language) ?? 'en';
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      data-testid="refusal-notice"
      title={refusalSentence(refusal, language)}
      description={
        <>
          <div className="refusal-other-language" lang={other}>
            {refusalSentence(refusal, other)}
          </div>
          <div className="refusal-other-language">
            {t('mark.colon', { what: t('refusalNotice.code'), note: '' })}
            <code>{refusal.code}</code>
          </div>
          <RefusalDetails refusal={refusal} />
        </>
      }
    />
  );
}
