import {
  type ChangePasswordRequest,
  changePasswordRequest,
  type DeviceCodeView,
  deviceCodeView,
  type IssueDeviceCodeRequest,
  issueDeviceCodeRequest,
  type MeView,
  meView,
  type SessionView,
  sessionView,
} from '@tongyun/contracts';
import type { AccessScope, DriverId } from '@tongyun/kernel';
import { NotReplayed } from '@tongyun/platform';
import { Body, Controller, Get, HttpCode, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Needs } from '../access/needs.decorator.js';
import { Scope } from '../access/scope.decorator.js';
import { ChangePasswordService } from '../change-password.service.js';
import { IssueDeviceCodeService } from '../issue-device-code.service.js';
import { UserQueries } from '../user-queries.service.js';
import { readRefreshCookie } from './refresh-cookie.js';
import { SessionAnswer } from './session-answer.js';
import { UserViews } from './user-views.js';

/** What somebody who is signed in does with sign-ins: his own, and those of drivers' phones. */
@Controller('auth')
export class AccountController {
  constructor(
    private readonly users: UserQueries,
    private readonly views: UserViews,
    private readonly changePasswordService: ChangePasswordService,
    private readonly issueDeviceCodeService: IssueDeviceCodeService,
    private readonly answer: SessionAnswer,
  ) {}

  @Get('me')
  @Needs('account.own')
  @SerializeOptions({ schema: meView })
  async me(@Scope() scope: AccessScope): Promise<MeView> {
    return this.views.meOf(await this.users.me(scope));
  }

  /** Ends every sign-in of the user; the answer is a new one. */
  @Post('password')
  @HttpCode(200)
  @Needs('account.own')
  @NotReplayed()
  @SerializeOptions({ schema: sessionView })
  async changePassword(
    @Scope() scope: AccessScope,
    @Body({ schema: changePasswordRequest }) { current, next }: ChangePasswordRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const session = await this.changePasswordService.change(scope, current, next);
    const keep = readRefreshCookie(request) === undefined ? 'body' : 'cookie';
    return this.answer.give(session, keep, request, response);
  }

  @Post('device-codes')
  @Needs('devices.issue')
  @NotReplayed()
  @SerializeOptions({ schema: deviceCodeView })
  async issueDeviceCode(
    @Scope() scope: AccessScope,
    @Body({ schema: issueDeviceCodeRequest }) { driverId }: IssueDeviceCodeRequest,
  ): Promise<DeviceCodeView> {
    const issued = await this.issueDeviceCodeService.issue(scope, driverId as DriverId);
    const { code, expiresAt } = issued;
    // In the fragment, which no server writes into its log.
    return { code, path: `/driver#code=${code}`, expiresAt: expiresAt.toISOString() };
  }
}
