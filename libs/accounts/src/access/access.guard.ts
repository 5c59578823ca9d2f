import { DomainError } from '@tongyun/kernel';
import { carrierOf } from '@tongyun/platform';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AuthenticateAgencyService } from '../authenticate-agency.service.js';
import { AuthenticateService } from '../authenticate.service.js';
import { mayDo, type Permission } from '../rules/permissions.js';
import { IS_PUBLIC, NEEDED_PERMISSION } from './needs.decorator.js';
import type { SignedInScope } from './signed-in-scope.js';

/** Instead of a sign-in, an agency's own system shows its key, and says for which officer it asks. */
const AGENCY_KEY_HEADER = 'X-Agency-Key';
const OFFICER_BADGE_HEADER = 'X-Officer-Badge';

/** Stands before every route and socket command, and refuses what names no permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticate: AuthenticateService,
    private readonly agencies: AuthenticateAgencyService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, places)) return true;

    const permission = this.reflector.getAllAndOverride<Permission>(NEEDED_PERMISSION, places);
    const scope = await this.scopeOf(context, permission ?? null);
    if (!permission || !mayDo(scope.roles, permission)) {
      throw new DomainError('FORBIDDEN', 'Your roles do not allow this', {
        permission: permission ?? null,
      });
    }
    if (scope.mustChangePassword && permission !== 'account.own') {
      throw new DomainError('PASSWORD_CHANGE_REQUIRED', 'Change the one-time password first');
    }
    return true;
  }

  private async scopeOf(
    context: ExecutionContext,
    permission: Permission | null,
  ): Promise<SignedInScope> {
    const carrier = carrierOf<SignedInScope>(context);
    if (context.getType() === 'http') {
      const request = context.switchToHttp().getRequest<Request>();
      const secret = request.get(AGENCY_KEY_HEADER);
      const badgeNo = request.get(OFFICER_BADGE_HEADER) ?? '';
      carrier.scope =
        secret === undefined
          ? await this.authenticate.authenticate(bearerTokenOf(request))
          : await this.agencies.authenticate({ secret, badgeNo }, permission);
    }
    if (!carrier.scope) throw new DomainError('NOT_SIGNED_IN', 'Sign in first');
    return carrier.scope;
  }
}

/** The token of `Authorization: Bearer …`; empty when there is none. */
const bearerTokenOf = (request: Request): string =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
