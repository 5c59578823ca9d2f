import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Language, LANGUAGES, switchLanguage } from '../i18n/language.js';
import { useLanguage } from '../i18n/use-language.js';

export function LanguageSwitch() {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  return (
    <Segmented<Language>
      aria-label={t('language.label')}
      data-testid="language-switch"
      value={language}
      options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
      onChange={(next) => void switchLanguage(next)}
    />
  );
}
