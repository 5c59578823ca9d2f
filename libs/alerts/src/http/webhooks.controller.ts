import { Needs, Scope } from '@tongyun/accounts';
import {
  type CreatedWebhook,
  createdWebhook,
  type CreateWebhookRequest,
  createWebhookRequest,
  type WebhookList,
  webhookList,
} from '@tongyun/contracts';
import type { AccessScope, WebhookId } from '@tongyun/kernel';
import { NotReplayed } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { ManageWebhooksService } from '../manage-webhooks.service.js';

@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: ManageWebhooksService) {}

  @Get()
  @Needs('webhooks.manage')
  @SerializeOptions({ schema: webhookList })
  async list(@Scope() scope: AccessScope): Promise<WebhookList> {
    return { items: await this.webhooks.list(scope) };
  }

  @Post()
  @NotReplayed()
  @Needs('webhooks.manage')
  @SerializeOptions({ schema: createdWebhook })
  create(
    @Scope() scope: AccessScope,
    @Body({ schema: createWebhookRequest }) body: CreateWebhookRequest,
  ): Promise<CreatedWebhook> {
    return this.webhooks.create(scope, body);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Needs('webhooks.manage')
  async end(@Scope() scope: AccessScope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.webhooks.end(scope, id as WebhookId);
  }
}
