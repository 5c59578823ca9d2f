import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access/access.guard.js';
import { AccountsModule } from '../accounts.module.js';

/** Mounting it puts the access guard before every route and socket command of the process. */
@Module({
  imports: [AccountsModule],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccountsHttpModule {}
