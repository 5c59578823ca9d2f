import { driverOf, Needs, Scope } from '@tongyun/accounts';
import {
  type EndPushSubscriptionRequest,
  endPushSubscriptionRequest,
  type PushKeyView,
  pushKeyView,
  type PushSubscriptionRequest,
  pushSubscriptionRequest,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Body, Controller, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ManagePushSubscriptions } from '../manage-push-subscriptions.service.js';
import { PushKeys } from '../push-keys.service.js';

/** Has a driver's browser told of his alerts while his page is closed. */
@Controller('driver/push')
export class DriverPushController {
  constructor(
    private readonly keys: PushKeys,
    private readonly subscriptions: ManagePushSubscriptions,
  ) {}

  @Get('key')
  @Needs('driver.alerts')
  @SerializeOptions({ schema: pushKeyView })
  async key(): Promise<PushKeyView> {
    const { publicKey } = await this.keys.get();
    return { publicKey };
  }

  @Post('subscriptions')
  @HttpCode(204)
  @Needs('driver.alerts')
  async begin(
    @Scope() scope: AccessScope,
    @Body({ schema: pushSubscriptionRequest }) body: PushSubscriptionRequest,
  ): Promise<void> {
    await this.subscriptions.begin(driverOf(scope), body);
  }

  @Post('subscriptions/end')
  @HttpCode(204)
  @Needs('driver.alerts')
  async end(
    @Scope() scope: AccessScope,
    @Body({ schema: endPushSubscriptionRequest }) { endpoint }: EndPushSubscriptionRequest,
  ): Promise<void> {
    await this.subscriptions.end(driverOf(scope), endpoint);
  }
}
