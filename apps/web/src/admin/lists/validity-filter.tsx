import { useTranslation } from 'react-i18next';
import { StateFilter } from './state-filter.js';

export type Ending = 'expiring' | 'expired';

export interface ValidityFilterProps {
  readonly label: string;
  readonly value: Ending | undefined;
  readonly onChange: (ending: Ending | undefined) => void;
}

/** What is about to run out, what has, or all. */
export function ValidityFilter(props: ValidityFilterProps) {
  const { t } = useTranslation('shared');
  return (
    <StateFilter<Ending>
      {...props}
      options={[
        { value: 'expiring', label: t('dayValidity.expiring') },
        { value: 'expired', label: t('dayValidity.expired') },
      ]}
    />
  );
}
