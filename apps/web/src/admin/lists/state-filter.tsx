import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

export interface StateFilterProps<State extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: State; readonly label: string }[];
  /** Undefined: all of them. */
  readonly value: State | undefined;
  readonly onChange: (state: State | undefined) => void;
}

/** Which state of things to list, or all. */
export function StateFilter<State extends string>(props: StateFilterProps<State>) {
  const { label, options, value, onChange } = props;
  const { t } = useTranslation('admin');
  return (
    <Segmented<State | ''>
      aria-label={label}
      value={value ?? ''}
      options={[...options, { value: '', label: t('list.all') }]}
      onChange={(state) => onChange(state === '' ? undefined : state)}
    />
  );
}
