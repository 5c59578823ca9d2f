import { useTranslation } from 'react-i18next';
import { LANGUAGES, switchLanguage } from '../../i18n/language.js';
import { useLanguage } from '../../i18n/use-language.js';

/** Switches to the other language; two languages need no menu. */
export function LanguageLink() {
  const { t } = useTranslation('shared');
  const shown = useLanguage();
  const other = LANGUAGES.find((language) => language !== shown) ?? shown;
  return (
    <button
      type="button"
      className="link-button"
      lang={other}
      data-testid="language-switch"
      onClick={() => void switchLanguage(other)}
    >
      {t(`language.${other}`)}
    </button>
  );
}
