import type { CityQuery, MeView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { formatDate } from '../i18n/time.js';
import { AppFrame } from '../ui/app-frame.js';
import { DeclaredTab } from './declared/declared-tab.js';
import { IdleTab } from './idle/idle-tab.js';
import { LedgerTab } from './ledger/ledger-tab.js';
import { ModesTab } from './modes/modes-tab.js';
import { OverviewTab } from './overview/overview-tab.js';
import { daysBefore } from './period/period.js';
import { PeriodBar } from './period/period-bar.js';

const TABS = ['overview', 'ledger', 'declared', 'modes', 'idle'] as const;
const FIRST_DAYS = 7;

const lastDays = (): CityQuery => {
  const today = formatDate(new Date());
  return { from: daysBefore(today, FIRST_DAYS - 1), to: today };
};

/** Everything for the same days, district and enterprise; the emergency is always now. */
export function CityPage({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('city');
  const [query, setQuery] = useState(lastDays);
  return (
    <AppFrame title={t('title')} user={user}>
      <div className="city">
        <nav className="city-nav" aria-label={t('nav')}>
          {TABS.map((tab) => (
            <NavLink key={tab} to={`/${tab}`} data-testid={`tab-${tab}`}>
              {t(`tab.${tab}`)}
            </NavLink>
          ))}
          <PeriodBar query={query} onChange={setQuery} />
        </nav>
        <section className="city-tab">
          <Routes>
            <Route path="overview" element={<OverviewTab query={query} user={user} />} />
            <Route path="ledger" element={<LedgerTab query={query} />} />
            <Route path="declared" element={<DeclaredTab query={query} />} />
            <Route path="modes" element={<ModesTab query={query} />} />
            <Route path="idle" element={<IdleTab />} />
            <Route path="*" element={<Navigate replace to="/overview" />} />
          </Routes>
        </section>
      </div>
    </AppFrame>
  );
}
