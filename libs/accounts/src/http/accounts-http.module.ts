import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from '../access/access.guard.js';
import { AccountsModule } from '../accounts.module.js';
import { AccountController } from './account.controller.js';
import { SessionAnswer } from './session-answer.js';
import { SignInController } from './sign-in.controller.js';
import { SIGN_IN_THROTTLING } from './sign-in-throttling.js';
import { UserViews } from './user-views.js';
import { UsersController } from './users.controller.js';

/** Mounting it puts the access guard before every route and socket command of the process. */
@Module({
  imports: [AccountsModule, ThrottlerModule.forRoot(SIGN_IN_THROTTLING)],
  controllers: [SignInController, AccountController, UsersController],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }, SessionAnswer, UserViews],
})
export class AccountsHttpModule {}
