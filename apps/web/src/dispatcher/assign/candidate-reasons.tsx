import type { CandidateView, Effect } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useLanguage } from '../../i18n/use-language.js';
import { useReasonName } from '../../ui/use-reason-name.js';

const EFFECT_COLORS: Readonly<Record<Effect, string>> = {
  forbids_road: 'red',
  forbids_work: 'orange',
  notice: 'default',
};

/** Why a candidate is refused, in words, and what to mind about one that is not. */
export function CandidateReasons({ candidate }: { readonly candidate: CandidateView }) {
  const language = useLanguage();
  const nameOf = useReasonName();
  return (
    <ul className="reasons">
      {candidate.reasons.map(({ code, effect, sentence }) => (
        <li key={code}>
          <Tag color={EFFECT_COLORS[effect]}>{nameOf(code)}</Tag>
          {sentence[language]}
        </li>
      ))}
      {candidate.warnings.map(({ code, message }) => (
        <li key={code}>
          <Tag color="gold">{nameOf(code)}</Tag>
          {language === 'en' && message}
        </li>
      ))}
    </ul>
  );
}
