import type { Request, Response } from 'express';
import type { Session } from '../session.js';

const NAME = 'tongyun_refresh';
/** Only these routes ever see it. */
const PATH = '/api/v1/auth';

/** The refresh token that the browser kept; undefined when it kept none. */
export function readRefreshCookie(request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}

/** Keeps the refresh token out of reach of the page's scripts and of other sites. */
export function keepInCookie(request: Request, response: Response, session: Session): void {
  response.cookie(NAME, session.refreshToken, {
    ...attributesOf(request),
    expires: session.refreshExpiresAt,
  });
}

export function clearCookie(request: Request, response: Response): void {
  response.clearCookie(NAME, attributesOf(request));
}

const attributesOf = (request: Request) =>
  ({ httpOnly: true, sameSite: 'strict', secure: request.secure, path: PATH }) as const;
