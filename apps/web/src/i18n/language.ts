import type { ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './texts/en.js';
import { pageTexts } from './texts-of-page.js';
import { sharedZhCN } from './texts/zh-CN.js';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT_AS = 'tongyun.language';

/** One audience's texts in both languages. */
export type AudienceTexts = Readonly<Record<Language, ResourceLanguage>>;

function keptLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return LANGUAGES.find((language) => language === kept) ?? 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** Starts the texts of a page: the shared ones and the audience's, under its own namespace. */
export async function startLanguage(namespace: string, texts: AudienceTexts): Promise<void> {
  await pageTexts.use(initReactI18next).init({
    lng: keptLanguage(),
    fallbackLng: 'zh-CN',
    defaultNS: 'shared',
    interpolation: { escapeValue: false },
    resources: {
      'zh-CN': { shared: sharedZhCN, [namespace]: texts['zh-CN'] },
      en: { shared: en, [namespace]: texts.en },
    },
  });
  document.documentElement.lang = pageTexts.language;
}

export async function switchLanguage(language: Language): Promise<void> {
  await pageTexts.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
}

export const asLanguage = (language: string): Language => (language === 'en' ? 'en' : 'zh-CN');
