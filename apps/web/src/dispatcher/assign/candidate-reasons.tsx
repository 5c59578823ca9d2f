import type { CandidateView, Effect } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';

const EFFECT_COLORS: Readonly<Record<Effect, string>> = {
  forbids_road: 'red',
  forbids_work: 'orange',
  notice: 'default',
};

/** Why a candidate is refused, in words, and what to mind about one that is not. */
export function CandidateReasons({ candidate }: { readonly candidate: CandidateView }) {
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  return (
    <ul className="reasons">
      {candidate.reasons.map(({ code, effect, sentence }) => (
        <li key={code}>
          <Tag color={EFFECT_COLORS[effect]}>{shared(`reason.${code}`)}</Tag>
          {sentence[language]}
        </li>
      ))}
      {candidate.warnings.map(({ code, message }) => (
        <li key={code}>
          <Tag color="gold">
            {code === 'before_predicted_return' ? shared(`warning.${code}`) : code}
          </Tag>
          {language === 'en' && message}
        </li>
      ))}
    </ul>
  );
}
