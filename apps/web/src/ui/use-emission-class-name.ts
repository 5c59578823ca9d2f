import { useTranslation } from 'react-i18next';

/** As registration certificates name them. */
export const EMISSION_CLASSES = ['国一', '国二', '国三', '国四', '国五', '国六', '新能源'] as const;

const isKnown = (name: string): name is (typeof EMISSION_CLASSES)[number] =>
  EMISSION_CLASSES.some((known) => known === name);

/** The words for an emission class in the reader's language; one that nobody knows as it was entered. */
export function useEmissionClassName(): (name: string) => string {
  const { t } = useTranslation('shared');
  return (name) => (isKnown(name) ? t(`emissionClass.${name}`) : name);
}
