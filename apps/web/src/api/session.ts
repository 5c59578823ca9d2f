import {
  type DeviceSignInRequest,
  type MeView,
  type SessionView,
  sessionView,
  type SignInRequest,
} from '@tongyun/contracts';
import { z } from 'zod';
import { ApiRefusal, isUnreachable } from './api-refusal.js';
import { send } from './transport.js';

export type SessionState =
  /** Not asked yet, or the server could not be reached to ask. */
  | { readonly status: 'unknown'; readonly isUnreachable: boolean }
  /** `because`: what the server said when it ended the sign-in; null when it was left or never was. */
  | { readonly status: 'signed_out'; readonly because: ApiRefusal | null }
  | { readonly status: 'signed_in'; readonly user: MeView };

/** Renew this long before the token ends, so that no call is lost to a slow network. */
const RENEW_BEFORE_MS = 30_000;

/**
 * Who is signed in on this page. The access token lives in memory only; the refresh token is a
 * cookie that scripts cannot read.
 */
class Session {
  private state: SessionState = { status: 'unknown', isUnreachable: false };
  private held: SessionView | null = null;
  private renewal: Promise<SessionView> | null = null;
  private readonly listeners = new Set<() => void>();

  readonly read = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up the sign-in that the cookie keeps, if there is one. Never throws. */
  async resume(): Promise<SessionState> {
    await this.renew().catch(() => undefined);
    return this.state;
  }

  async signIn(request: Omit<SignInRequest, 'keep'>): Promise<MeView> {
    return this.enter('auth/sign-in', { ...request, keep: 'cookie' });
  }

  async signInDevice(request: Omit<DeviceSignInRequest, 'keep'>): Promise<MeView> {
    return this.enter('auth/device-sign-in', { ...request, keep: 'cookie' });
  }

  async signOut(): Promise<void> {
    const headers = this.held ? bearer(this.held.accessToken) : {};
    this.leave();
    await send({ method: 'POST', path: 'auth/sign-out', body: {}, headers, answer: z.unknown() });
  }

  /** A token good for a call now; throws `ApiRefusal` when there is none to be had. */
  async accessToken(): Promise<string> {
    const { held } = this;
    const isGood = held !== null && Date.parse(held.accessExpiresAt) - Date.now() > RENEW_BEFORE_MS;
    return (isGood ? held : await this.renew()).accessToken;
  }

  /** Replaces the access token; callers at the same time share one request. */
  renew(): Promise<SessionView> {
    this.renewal ??= send({ method: 'POST', path: 'auth/refresh', body: {}, answer: sessionView })
      .then((view) => this.take(view))
      .catch((error: unknown) => this.miss(error))
      .finally(() => {
        this.renewal = null;
      });
    return this.renewal;
  }

  private async enter(path: string, body: unknown): Promise<MeView> {
    const view = await send({ method: 'POST', path, body, answer: sessionView });
    return this.take(view).user;
  }

  private take(view: SessionView): SessionView {
    this.held = view;
    this.become({ status: 'signed_in', user: view.user });
    return view;
  }

  /** No answer leaves everything as it was; only a refusal signs out. */
  private miss(error: unknown): never {
    if (error instanceof ApiRefusal && error.status === 401) this.leave(error);
    else if (this.state.status === 'unknown') {
      this.become({ status: 'unknown', isUnreachable: isUnreachable(error) });
    }
    throw error;
  }

  private leave(because: ApiRefusal | null = null): void {
    this.held = null;
    this.become({ status: 'signed_out', because });
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** This page's one session. */
export const session = new Session();
