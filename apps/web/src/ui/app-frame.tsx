import type { MeView } from '@tongyun/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../api/session.js';
import { LanguageSwitch } from './language-switch.js';

export interface AppFrameProps {
  readonly title: string;
  readonly user: MeView;
  /** Live state, counters, page-wide buttons: between title and user. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

/** The bar on top of every desktop page, and the page under it. */
export function AppFrame({ title, user, bar, children }: AppFrameProps) {
  const { t } = useTranslation('shared');
  return (
    <div className="app-frame">
      <header className="app-bar">
        <img src="/tongyun.svg" alt="" />
        <h1>{title}</h1>
        {bar}
        <span className="app-bar-space" />
        <span className="app-bar-user" data-testid="signed-in-user">
          {user.displayName}
          {user.enterpriseName === null ? '' : ` · ${user.enterpriseName}`}
        </span>
        <LanguageSwitch />
        <Button
          data-testid="sign-out"
          onClick={() => void session.signOut().catch(() => undefined)}
        >
          {t('session.signOut')}
        </Button>
      </header>
      <main className="app-main">{children}</main>
    </div>
  );
}
