import type { MeView } from '@tongyun/contracts';
import { Button, Flex, Result, Spin } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../api/session.js';
import { useSession } from '../api/use-session.js';
import { ChangePasswordForm } from './change-password-form.js';
import { SignInForm } from './sign-in-form.js';

const RETRY_MS = 5_000;

export interface SignInGateProps {
  readonly title: string;
  /** A permission that whoever uses the page must have. */
  readonly needs: string;
  readonly children: (user: MeView) => ReactNode;
}

/** Shows the page to whoever is signed in and may use it; else asks for a sign-in. */
export function SignInGate({ title, needs, children }: SignInGateProps) {
  const state = useSession();
  useResume(state.status === 'unknown');
  if (state.status === 'unknown')
    return <Resuming title={title} isUnreachable={state.isUnreachable} />;
  if (state.status === 'signed_out') return <SignInForm title={title} />;
  if (state.user.mustChangePassword) return <ChangePasswordForm />;
  if (!state.user.permissions.includes(needs)) return <NotForYou />;
  return <>{children(state.user)}</>;
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

interface ResumingProps {
  readonly title: string;
  readonly isUnreachable: boolean;
}

function Resuming({ title, isUnreachable }: ResumingProps) {
  const { t } = useTranslation('shared');
  return (
    <Flex component="main" vertical align="center" justify="center" gap={16} className="resuming">
      <h1>{title}</h1>
      <Spin size="large" />
      <p role="status">{t(isUnreachable ? 'session.unreachable' : 'session.resuming')}</p>
    </Flex>
  );
}

function NotForYou() {
  const { t } = useTranslation('shared');
  return (
    <Result
      status="403"
      title={t('session.notForYou')}
      extra={
        <Button type="primary" onClick={() => void session.signOut().catch(() => undefined)}>
          {t('session.signOut')}
        </Button>
      }
    />
  );
}
