import type { ReasonView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { groupReasons } from './reason-order.js';

/** Why: what bars the road first, then the rest with what it is. */
export function ReasonGroups({ reasons }: { readonly reasons: readonly ReasonView[] }) {
  const { t } = useTranslation('police');
  const language = useLanguage();
  return groupReasons(reasons).map((group) => (
    <section
      key={group.weight}
      className="why"
      data-weight={group.weight}
      data-testid={`why-${group.weight}`}
    >
      <h2>{t(`group.${group.weight}`)}</h2>
      <ul>
        {group.reasons.map(({ code, sentence }) => (
          <li key={code + sentence.en} data-code={code}>
            {sentence[language]}
          </li>
        ))}
      </ul>
    </section>
  ));
}
