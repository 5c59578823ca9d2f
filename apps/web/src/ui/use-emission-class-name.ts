import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** As registration certificates name them. */
export const EMISSION_CLASSES = ['国一', '国二', '国三', '国四', '国五', '国六', '新能源'] as const;

const isKnown = (name: string): name is (typeof EMISSION_CLASSES)[number] =>
  EMISSION_CLASSES.some((known) => known === name);

/** The words for an emission class in the reader's language; one that nobody knows as it was entered. */
export const emissionClassName = (name: string, shared: TFunction<'shared'>): string =>
  isKnown(name) ? shared(`emissionClass.${name}`) : name;

export function useEmissionClassName(): (name: string) => string {
  const { t } = useTranslation('shared');
  return (name) => emissionClassName(name, t);
}
