import type { MeView } from '@tongyun/contracts';
import { useState } from 'react';
import { FitterBar } from './fitter-bar.js';
import { TerminalDetail } from './terminals/terminal-detail.js';
import { TerminalLists } from './terminals/terminal-lists.js';

/** The terminals that want a fitter, and one of them at a time. */
export function FitterPage({ user }: { readonly user: MeView }) {
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <div className="fitter">
      <FitterBar user={user} />
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
