import { useTranslation } from 'react-i18next';
import { session } from '../api/session.js';
import { LANGUAGES, switchLanguage } from '../i18n/language.js';
import { useLanguage } from '../i18n/use-language.js';
import './plain-bar.css';

/** The bar of a phone's page: what it is, who is signed in, the other language, the way out. */
export function PlainBar({ title, who }: { readonly title: string; readonly who: string }) {
  const { t } = useTranslation('shared');
  const shown = useLanguage();
  const other = LANGUAGES.find((language) => language !== shown) ?? shown;
  return (
    <header className="plain-bar">
      <div className="plain-bar-who">
        <h1>{title}</h1>
        <span data-testid="signed-in-user">{who}</span>
      </div>
      <button
        type="button"
        lang={other}
        data-testid="language-switch"
        onClick={() => void switchLanguage(other)}
      >
        {t(`language.${other}`)}
      </button>
      <button
        type="button"
        data-testid="sign-out"
        onClick={() => void session.signOut().catch(() => undefined)}
      >
        {t('session.signOut')}
      </button>
    </header>
  );
}
