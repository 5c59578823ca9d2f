import type { Refusal } from '@tongyun/contracts';
import { Alert } from 'antd';
import { pageTexts } from '../i18n/texts-of-page.js';
import { useTranslation } from 'react-i18next';
import { ApiRefusal } from '../api/api-refusal.js';
import { LANGUAGES } from '../i18n/language.js';
import { refusalsZhCN } from '../i18n/texts/refusals.zh-CN.js';
import { useLanguage } from '../i18n/use-language.js';

type KnownCode = keyof typeof refusalsZhCN;
const isKnown = (code: string): code is KnownCode => Object.hasOwn(refusalsZhCN, code);

/** The refusal that an error carries; a fault of the page itself becomes `FAULT`. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof ApiRefusal
    ? error.refusal
    : { code: 'FAULT', message: error instanceof Error ? error.message : '', details: {} };

/** One sentence for a refusal in a language; a code without one falls back to the server's words. */
export function refusalSentence({ code, message }: Refusal, language: string): string {
  if (isKnown(code)) return pageTexts.t(`refusal.${code}`, { lng: language, ns: 'shared' });
  const other = pageTexts.t('refusal.OTHER', { lng: language, ns: 'shared' });
  return message === '' ? other : `${other}: ${message}`;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function PlainDetails({ details }: Pick<Refusal, 'details'>) {
  const plain = Object.entries(details).filter(([, value]) => isPlain(value));
  if (plain.length === 0) return null;
  return (
    <ul className="refusal-details">
      {plain.map(([name, value]) => (
        <li key={name}>
          <code>{name}</code>: {String(value)}
        </li>
      ))}
    </ul>
  );
}

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
            {t('refusalNotice.code')}: <code>{refusal.code}</code>
          </div>
          <PlainDetails details={refusal.details} />
        </>
      }
    />
  );
}
