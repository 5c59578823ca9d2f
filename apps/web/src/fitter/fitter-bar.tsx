import type { MeView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { session } from '../api/session.js';
import { LANGUAGES, switchLanguage } from '../i18n/language.js';
import { useLanguage } from '../i18n/use-language.js';

export function FitterBar({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('fitter');
  const { t: shared } = useTranslation('shared');
  const shown = useLanguage();
  const other = LANGUAGES.find((language) => language !== shown) ?? shown;
  return (
    <header className="fitter-bar">
      <div className="fitter-who">
        <h1>{t('title')}</h1>
        <span data-testid="signed-in-user">{user.displayName}</span>
      </div>
      <button
        type="button"
        lang={other}
        data-testid="language-switch"
        onClick={() => void switchLanguage(other)}
      >
        {shared(`language.${other}`)}
      </button>
      <button
        type="button"
        data-testid="sign-out"
        onClick={() => void session.signOut().catch(() => undefined)}
      >
        {shared('session.signOut')}
      </button>
    </header>
  );
}
