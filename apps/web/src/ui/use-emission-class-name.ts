import { type EmissionClass, emissionClass } from '@tongyun/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const isKnown = (name: string): name is EmissionClass => emissionClass.safeParse(name).success;

/** The words for an emission class in the reader's language; one that nobody knows as it was entered. */
export const emissionClassName = (name: string, shared: TFunction<'shared'>): string =>
  isKnown(name) ? shared(`emissionClass.${name}`) : name;

export function useEmissionClassName(): (name: string) => string {
  const { t } = useTranslation('shared');
  return (name) => emissionClassName(name, t);
}
