import type { SessionView } from '@tongyun/contracts';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Session } from '../session.js';
import { keepInCookie } from './refresh-cookie.js';
import { UserViews } from './user-views.js';

/** Hands a session out: the refresh token in a cookie, or in the body for programs. */
@Injectable()
export class SessionAnswer {
  constructor(private readonly views: UserViews) {}

  async give(
    session: Session,
    keep: 'cookie' | 'body',
    request: Request,
    response: Response,
  ): Promise<SessionView> {
    if (keep === 'cookie') keepInCookie(request, response, session);
    return {
      accessToken: session.accessToken,
      accessExpiresAt: session.accessExpiresAt.toISOString(),
      ...(keep === 'body' ? { refreshToken: session.refreshToken } : {}),
      user: await this.views.meOf(session.user),
    };
  }
}
