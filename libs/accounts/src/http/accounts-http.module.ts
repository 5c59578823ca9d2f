import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access/access.guard.js';
import { AccountsModule } from '../accounts.module.js';
import { AccountController } from './account.controller.js';
import { AgencyKeysController } from './agency-keys.controller.js';
import { AttemptsGuard } from './attempts.guard.js';
import { DriverDevicesController } from './driver-devices.controller.js';
import { PhoneKeysController } from './phone-keys.controller.js';
import { SessionAnswer } from './session-answer.js';
import { SignInController } from './sign-in.controller.js';
import { UserViews } from './user-views.js';
import { UsersController } from './users.controller.js';

/** Mounting it puts the access guard before every route and socket command of the process. */
@Module({
  imports: [AccountsModule],
  controllers: [
    SignInController,
    AccountController,
    UsersController,
    DriverDevicesController,
    PhoneKeysController,
    AgencyKeysController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AttemptsGuard,
    SessionAnswer,
    UserViews,
  ],
})
export class AccountsHttpModule {}
