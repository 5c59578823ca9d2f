import { useTranslation } from 'react-i18next';
import { isUnreachable } from '../../api/api-refusal.js';
import { useLanguage } from '../../i18n/use-language.js';
import { refusalOf, refusalSentence } from '../../ui/refusal-sentence.js';
import { RefusalDetails } from '../../ui/refusal-words.js';
import { VerdictLine } from './verdict-line.js';

export interface NoAnswerProps {
  readonly plateNo: string;
  readonly error: unknown;
}

/** Whatever went wrong, the answer is that nothing was verified; it is never "may pass". */
export function NoAnswer({ plateNo, error }: NoAnswerProps) {
  const { t } = useTranslation('police');
  const language = useLanguage();
  return (
    <>
      <VerdictLine verdict="cannot_verify" plateNo={plateNo} />
      <section className="why" data-testid="failure">
        <h2>
          {isUnreachable(error)
            ? t('failure.unreachable')
            : refusalSentence(refusalOf(error), language)}
        </h2>
        {!isUnreachable(error) && <RefusalDetails refusal={refusalOf(error)} />}
        <p>{t('failure.hint')}</p>
      </section>
    </>
  );
}
