import { refusal, type SessionView, sessionView } from '@tongyun/contracts';
import type { z } from 'zod';
import { Refused } from './refused.js';

/** A token is renewed when it has less than this left. */
const RENEW_BEFORE_MS = 60_000;
const WITHIN_MS = 15_000;

type Method = 'GET' | 'POST';

/** One person signed in to the HTTP API; every answer is checked against the contract. */
export class ApiSession {
  private renewing: Promise<void> | null = null;

  private constructor(
    private readonly baseUrl: string,
    private session: SessionView,
    /** Signs in anew when the session is over; null where that takes a new code. */
    private readonly signInAgain: (() => Promise<SessionView>) | null,
  ) {}

  static async signIn(baseUrl: string, username: string, password: string): Promise<ApiSession> {
    const body = { username, password, keep: 'body' };
    const signIn = () => call(baseUrl, 'POST', 'auth/sign-in', sessionView, { body });
    return new ApiSession(baseUrl, await signIn(), signIn);
  }

  /** A driver's phone, signed in by the code his dispatcher issued. */
  static async signInDevice(baseUrl: string, code: string): Promise<ApiSession> {
    const body = { code, deviceName: 'simulator', keep: 'body' };
    const session = await call(baseUrl, 'POST', 'auth/device-sign-in', sessionView, { body });
    return new ApiSession(baseUrl, session, null);
  }

  get user(): SessionView['user'] {
    return this.session.user;
  }

  async get<View>(path: string, view: z.ZodType<View>): Promise<View> {
    return call(this.baseUrl, 'GET', path, view, { token: await this.token() });
  }

  /** @param key makes a repeat of a POST that creates harmless */
  async post<View>(path: string, view: z.ZodType<View>, body: object, key?: string): Promise<View> {
    const token = await this.token();
    return call(this.baseUrl, 'POST', path, view, { token, body, ...(key && { key }) });
  }

  /** @param seen what is changed, as it was seen: somebody else's change since is not overwritten */
  async change<View>(
    path: string,
    view: z.ZodType<View>,
    body: object,
    seen: { readonly version: number },
  ): Promise<View> {
    const token = await this.token();
    return call(this.baseUrl, 'POST', path, view, { token, body, version: seen.version });
  }

  /** Every item of a list, page by page. */
  async all<Item>(
    path: string,
    page: z.ZodType<{ items: Item[]; nextCursor: string | null }>,
  ): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const separator = path.includes('?') ? '&' : '?';
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { items: some, nextCursor } = await this.get(
        `${path}${separator}limit=200${from}`,
        page,
      );
      items.push(...some);
      cursor = nextCursor;
    }
    return items;
  }

  private async token(): Promise<string> {
    const leftMs = Date.parse(this.session.accessExpiresAt) - Date.now();
    if (leftMs < RENEW_BEFORE_MS) {
      this.renewing ??= this.renew().finally(() => (this.renewing = null));
      await this.renewing;
    }
    return this.session.accessToken;
  }

  private async renew(): Promise<void> {
    const body = { refreshToken: this.session.refreshToken };
    try {
      this.session = await call(this.baseUrl, 'POST', 'auth/refresh', sessionView, { body });
    } catch (cause) {
      if (!(cause instanceof Refused) || cause.status !== 401 || !this.signInAgain) throw cause;
      this.session = await this.signInAgain();
    }
  }
}

/** The server answered something that its contract does not say. */
export class OddAnswer extends Error {
  override readonly name = 'OddAnswer';
}

interface Call {
  readonly token?: string;
  readonly body?: object;
  readonly key?: string;
  readonly version?: number;
}

async function call<View>(
  baseUrl: string,
  method: Method,
  path: string,
  view: z.ZodType<View>,
  { token, body, key, version }: Call,
): Promise<View> {
  const response = await fetch(`${baseUrl}/api/v1/${path}`, {
    method,
    signal: AbortSignal.timeout(WITHIN_MS),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...(key && { 'Idempotency-Key': key }),
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const read = view.safeParse(answer);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new OddAnswer(`${method} ${path}: ${issue?.path.join('.')} ${issue?.message}`);
  }

  const { data } = refusal.safeParse(answer);
  throw new Refused(
    response.status,
    data?.code ?? 'NO_REFUSAL',
    data?.message ?? response.statusText,
  );
}
