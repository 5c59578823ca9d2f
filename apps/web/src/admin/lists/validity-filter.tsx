import { StateFilter } from './state-filter.js';

export type Ending = 'expiring' | 'expired';

export interface ValidityFilterProps {
  readonly label: string;
  /** What each of the two is called, so that it is plain what ends. */
  readonly words: Readonly<Record<Ending, string>>;
  readonly value: Ending | undefined;
  readonly onChange: (ending: Ending | undefined) => void;
}

/** What is about to run out, what has, or all. */
export function ValidityFilter({ words, ...filter }: ValidityFilterProps) {
  return (
    <StateFilter<Ending>
      {...filter}
      options={[
        { value: 'expiring', label: words.expiring },
        { value: 'expired', label: words.expired },
      ]}
    />
  );
}
