import type { MeView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainBar } from '../ui/plain-bar.js';
import { TerminalDetail } from './terminals/terminal-detail.js';
import { TerminalLists } from './terminals/terminal-lists.js';

/** The terminals that want a fitter, and one of them at a time. */
export function FitterPage({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('fitter');
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <div className="fitter">
      <PlainBar title={t('title')} who={user.displayName} />
      <main className="fitter-main">
        {openId === null ? (
          <TerminalLists onOpen={setOpenId} />
        ) : (
          <TerminalDetail terminalId={openId} onBack={() => setOpenId(null)} />
        )}
      </main>
    </div>
  );
}
