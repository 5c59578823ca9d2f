import type { DayValidity } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../ui/state-tag.js';

export interface ValidityTagProps {
  readonly validity: DayValidity | null;
  /** What each is called, where it is not plain what ends. */
  readonly words?: Readonly<Record<'expiring' | 'expired', string>>;
}

/** Warns of what is about to run out, or has; of what counts on it says nothing. */
export function ValidityTag({ validity, words }: ValidityTagProps) {
  const { t } = useTranslation('shared');
  if (validity === null || validity === 'valid') return null;
  return (
    <StateTag tone={validity === 'expired' ? 'bad' : 'wait'}>
      {words?.[validity] ?? t(`dayValidity.${validity}`)}
    </StateTag>
  );
}
