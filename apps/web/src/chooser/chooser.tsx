import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../ui/language-switch.js';

const PAGES = [
  'dispatcher',
  'plan',
  'plant',
  'driver',
  'police',
  'admin',
  'city',
  'fitter',
  'grades',
] as const;

export function Chooser() {
  const { t } = useTranslation('chooser');
  const { t: shared } = useTranslation('shared');
  return (
    <main className="chooser">
      <header className="sign-in-title">
        <img src="/tongyun.svg" alt="" />
        <div>
          <h1>{t('title')}</h1>
          <p>{shared('tagline')}</p>
        </div>
        <LanguageSwitch />
      </header>
      <p>{t('choose')}</p>
      <nav className="chooser-pages">
        {PAGES.map((page) => (
          <a key={page} href={`/${page}.html`} data-testid={`open-${page}`}>
            <strong>{t(`${page}.name`)}</strong>
            <span>{t(`${page}.note`)}</span>
          </a>
        ))}
      </nav>
    </main>
  );
}
