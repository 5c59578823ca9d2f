import { useTranslation } from 'react-i18next';
import { asLanguage, type Language } from './language.js';

/** The language shown now. */
export const useLanguage = (): Language => asLanguage(useTranslation().i18n.language);
