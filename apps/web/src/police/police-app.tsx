import { useEffect } from 'react';
import { session } from '../api/session.js';
import { SignInGate } from '../ui/sign-in-gate.js';
import { PassCodeLine } from './pass-code/pass-code-line.js';
import { usePassCode } from './pass-code/use-pass-code.js';
import { PolicePage } from './police-page.js';
import { forgetRecentQueries } from './recent/recent-queries.js';

/** The line about a scanned paper goes with its plate. */
function leaveCode(): void {
  if (globalThis.location.hash !== '') globalThis.location.hash = '';
}

/** Also when the sign-in ran out, or was ended elsewhere. */
function forgetWhenSignedOut(): void {
  if (session.read().status === 'signed_out') forgetRecentQueries(localStorage);
}

/** A scanned code is told of before anybody is signed in: it needs no signal. */
export function PoliceApp({ title }: { readonly title: string }) {
  const scanned = usePassCode();
  useEffect(() => session.subscribe(forgetWhenSignedOut), []);
  return (
    <>
      <PassCodeLine scanned={scanned} />
      <SignInGate title={title} needs="roadside.ask">
        {(user) => (
          <PolicePage
            user={user}
            stated={scanned.state === 'genuine' ? scanned.statement : null}
            onOtherPlate={leaveCode}
          />
        )}
      </SignInGate>
    </>
  );
}
