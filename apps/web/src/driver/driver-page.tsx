import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../api/session.js';
import { useSession } from '../api/use-session.js';
import { forgetDay, readDay } from './day/day-snapshot.js';
import { DriverDay } from './day/driver-day.js';
import { BigMessage } from './parts/big-message.js';
import { forgetPush } from './push/push-of-browser.js';
import { findCodeInLink } from './session/code-in-link.js';
import { SignInByCode } from './session/sign-in-by-code.js';

const RETRY_MS = 5_000;

/** Signed in once, a driver sees his day at once, with or without a network. */
export function DriverPage() {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  const state = useSession();
  // A new code outranks whoever used this phone before.
  const [hasCode] = useState(() => findCodeInLink(location) !== null);
  const mustAsk = state.status === 'signed_out' || (state.status === 'unknown' && hasCode);
  useResume(state.status === 'unknown' && !hasCode);

  if (mustAsk) {
    return <SignInByCode because={state.status === 'signed_out' ? state.because : null} />;
  }
  if (state.status === 'signed_in') {
    const { driverId } = state.user;
    if (driverId !== null) return <DriverDay driverId={driverId} onSignOut={signOut} />;
    return (
      <BigMessage text={t('signIn.notDriver')}>
        <button type="button" className="plain-button" onClick={signOut}>
          {shared('session.signOut')}
        </button>
      </BigMessage>
    );
  }
  const remembered = state.isUnreachable ? readDay(localStorage) : null;
  if (remembered) return <DriverDay driverId={remembered.driverId} onSignOut={signOut} />;
  return (
    <BigMessage text={shared(state.isUnreachable ? 'session.unreachable' : 'session.resuming')} />
  );
}

/** Asks for the kept sign-in until the server has answered. */
function useResume(isUnknown: boolean): void {
  useEffect(() => {
    if (!isUnknown) return;
    void session.resume();
    const timer = setInterval(() => void session.resume(), RETRY_MS);
    return () => clearInterval(timer);
  }, [isUnknown]);
}

function signOut(): void {
  forgetDay(localStorage);
  // Whoever uses this phone next is not to read his alerts.
  forgetPush().catch(() => undefined);
  session.signOut().catch(() => undefined);
}
