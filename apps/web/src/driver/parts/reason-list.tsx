import type { ReasonView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';

export interface ReasonListProps {
  readonly title: string;
  readonly reasons: readonly ReasonView[];
}

/** Reasons in words, each with what it forbids. */
export function ReasonList({ title, reasons }: ReasonListProps) {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <section className="notice notice-bad" role="alert" data-testid="reasons">
      <h2>{title}</h2>
      <ul>
        {reasons.map(({ code, effect, sentence }) => (
          <li key={code + sentence.en} data-code={code}>
            <strong>{t(`effect.${effect}`)}</strong> {sentence[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}
