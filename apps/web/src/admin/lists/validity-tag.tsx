import type { DayValidity } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { StateTag } from './state-tag.js';

/** Warns of what is about to run out, or has; of what counts on it says nothing. */
export function ValidityTag({ validity }: { readonly validity: DayValidity | null }) {
  const { t } = useTranslation('shared');
  if (validity === null || validity === 'valid') return null;
  return (
    <StateTag tone={validity === 'expired' ? 'bad' : 'wait'}>
      {t(`dayValidity.${validity}`)}
    </StateTag>
  );
}
