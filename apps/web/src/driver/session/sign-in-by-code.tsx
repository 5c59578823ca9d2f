import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiRefusal, isUnreachable } from '../../api/api-refusal.js';
import { session } from '../../api/session.js';
import { LanguageLink } from '../parts/language-link.js';
import { RefusalText } from '../parts/refusal-text.js';
import { findCodeInLink, readCode } from './code-in-link.js';
import { nameDevice } from './name-device.js';

/** The one end of a sign-in that no new code mends. */
const LET_GO = 'EMPLOYMENT_ENDED';

export interface SignInByCodeProps {
  /** What ended the sign-in that this phone had, if the server said. */
  readonly because: ApiRefusal | null;
}

/** Eight digits, typed once or brought by the QR link; nothing else to know by heart. */
export function SignInByCode({ because }: SignInByCodeProps) {
  const { t } = useTranslation('driver');
  const [code, setCode] = useState(() => findCodeInLink(location) ?? '');
  const signIn = useMutation({
    mutationFn: (digits: string) =>
      session.signInDevice({ code: digits, deviceName: nameDevice(navigator.userAgent) }),
    // A used link must not lock out who is signed in already.
    onError: () => void (session.read().status === 'unknown' && session.resume()),
    networkMode: 'always',
  });
  useCodeOfLink(signIn.mutate);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(code);
  };
  return (
    <main className="sign-in-by-code">
      <img src="/tongyun.svg" alt="" width="64" height="64" />
      <h1>{t('signIn.title')}</h1>
      {because?.refusal.code === LET_GO && signIn.isIdle && <RefusalText error={because} />}
      <form onSubmit={submit}>
        <label htmlFor="device-code">{t('signIn.hint')}</label>
        <input
          id="device-code"
          data-testid="device-code"
          className="code-input"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{8}"
          placeholder="········"
          value={code}
          onChange={({ target }) => setCode(readCode(target.value))}
        />
        {isUnreachable(signIn.error) ? (
          <p role="alert" className="notice notice-bad">
            {t('signIn.needsNetwork')}
          </p>
        ) : (
          <RefusalText error={signIn.error} />
        )}
        <button
          type="submit"
          className="main-button"
          data-testid="device-sign-in"
          disabled={code.length !== 8 || signIn.isPending}
        >
          {t(signIn.isPending ? 'signIn.submitting' : 'signIn.submit')}
        </button>
      </form>
      <p className="hint">{t('signIn.once')}</p>
      <LanguageLink />
    </main>
  );
}

/** Uses the code of the link at once, and takes it out of the address: it is good for one use. */
function useCodeOfLink(signIn: (code: string) => void): void {
  useEffect(() => {
    const code = findCodeInLink(location);
    if (code === null) return;
    history.replaceState(null, '', location.pathname);
    signIn(code);
  }, [signIn]);
}
