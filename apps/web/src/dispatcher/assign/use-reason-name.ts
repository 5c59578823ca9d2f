import { reasonCode } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { refusalSentence } from '../../ui/refusal-sentence.js';
import { useLanguage } from '../../i18n/use-language.js';

/** The short name of a reason against, or the sentence of a refusal where it is one. */
export function useReasonName(): (code: string) => string {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  return (code) => {
    const known = reasonCode.safeParse(code);
    if (known.success) return t(`reason.${known.data}`);
    return refusalSentence({ code, message: code, details: {} }, language);
  };
}
