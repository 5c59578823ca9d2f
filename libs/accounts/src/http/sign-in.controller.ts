import {
  type DeviceSignInRequest,
  deviceSignInRequest,
  type RefreshRequest,
  refreshRequest,
  type SessionView,
  sessionView,
  type SignInRequest,
  signInRequest,
} from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';
import {
  Body,
  Controller,
  HttpCode,
  Post,
  Req,
  Res,
  SerializeOptions,
  UseGuards,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../access/needs.decorator.js';
import { RefreshSessionService } from '../refresh-session.service.js';
import { SignInDeviceService } from '../sign-in-device.service.js';
import { SignInService } from '../sign-in.service.js';
import { SignOutService } from '../sign-out.service.js';
import { AttemptsGuard } from './attempts.guard.js';
import { clearCookie, readRefreshCookie } from './refresh-cookie.js';
import { SessionAnswer } from './session-answer.js';

/** Coming and going: open to those who are not signed in. */
@Public()
@Controller('auth')
export class SignInController {
  constructor(
    private readonly signInService: SignInService,
    private readonly signInDeviceService: SignInDeviceService,
    private readonly refreshService: RefreshSessionService,
    private readonly signOutService: SignOutService,
    private readonly answer: SessionAnswer,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @UseGuards(AttemptsGuard)
  @SerializeOptions({ schema: sessionView })
  async signIn(
    @Body({ schema: signInRequest }) { username, password, keep }: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const session = await this.signInService.signIn(username, password);
    return this.answer.give(session, keep, request, response);
  }

  @Post('device-sign-in')
  @HttpCode(200)
  @UseGuards(AttemptsGuard)
  @SerializeOptions({ schema: sessionView })
  async signInDevice(
    @Body({ schema: deviceSignInRequest }) { code, deviceName, keep }: DeviceSignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const session = await this.signInDeviceService.signIn(code, deviceName);
    return this.answer.give(session, keep, request, response);
  }

  /** Takes the token of the body, else of the cookie, and answers the same way. */
  @Post('refresh')
  @HttpCode(200)
  @SerializeOptions({ schema: sessionView })
  async refresh(
    @Body({ schema: refreshRequest }) body: RefreshRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const token = body.refreshToken ?? readRefreshCookie(request);
    if (!token) throw new DomainError('REFRESH_REFUSED', 'There is no sign-in to go on with');
    const session = await this.refreshService.refresh(token);
    const keep = body.refreshToken === undefined ? 'cookie' : 'body';
    return this.answer.give(session, keep, request, response);
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(
    @Body({ schema: refreshRequest }) body: RefreshRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = body.refreshToken ?? readRefreshCookie(request);
    clearCookie(request, response);
    if (token) await this.signOutService.signOut(token);
  }
}
