import type { MeView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { AppFrame } from '../ui/app-frame.js';
import { EmbeddedNotice } from './embedded-notice.js';
import { LiveLists } from './live-lists.js';
import { ADMIN_TABS } from './tabs.js';

/** One matter a tab; only those that this account may see. */
export function AdminPage({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('admin');
  const tabs = ADMIN_TABS.filter(({ needs }) => user.permissions.includes(needs));
  const isLive = user.permissions.includes('live.watch');
  return (
    <AppFrame
      title={t('title')}
      user={user}
      bar={isLive && <LiveLists permissions={user.permissions} />}
    >
      <div className="admin">
        <nav className="admin-nav" aria-label={t('nav')}>
          {tabs.map(({ path }) => (
            <NavLink key={path} to={`/${path}`} data-testid={`tab-${path}`}>
              {t(`tab.${path}`)}
            </NavLink>
          ))}
        </nav>
        <section className="admin-tab">
          {user.permissions.includes('users.manage') && <EmbeddedNotice />}
          <Routes>
            {tabs.map(({ path, Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<Navigate replace to={`/${tabs[0]?.path ?? ''}`} />} />
          </Routes>
        </section>
      </div>
    </AppFrame>
  );
}
