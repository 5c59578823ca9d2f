import type { CreditGrade } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from './state-tag.js';

const TONE: Readonly<Record<CreditGrade, Tone>> = {
  excellent: 'good',
  good: 'good',
  qualified: 'quiet',
  basic: 'wait',
  failed: 'bad',
};

/** The credit grade in force, or that there is none yet. */
export function CreditGradeTag({ grade }: { readonly grade: CreditGrade | null }) {
  const { t } = useTranslation('shared');
  return (
    <StateTag tone={grade === null ? 'quiet' : TONE[grade]}>
      {grade === null ? t('credit.ungraded') : t(`creditGrade.${grade}`)}
    </StateTag>
  );
}
