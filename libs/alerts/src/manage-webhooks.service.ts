import { randomBytes } from 'node:crypto';
import type { CreateWebhookRequest, WebhookView } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  maySeeEnterprise,
  newId,
  type WebhookId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { WebhookEntity } from './data/webhook.entity.js';
import { WebhookRepository } from './data/webhook.repository.js';
import { isPublicAddress } from './rules/webhook-address.js';

const SECRET_BYTES = 32;

/** Addresses that are called about alerts. */
@Injectable()
export class ManageWebhooksService {
  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers with the secret that signs its calls, this once. */
  async create(
    scope: AccessScope,
    { url, enterpriseId = null }: CreateWebhookRequest,
  ): Promise<{ webhook: WebhookView; secret: string }> {
    if (!maySeeEnterprise(scope, enterpriseId as EnterpriseId | null)) {
      throw new DomainError('ENTERPRISE_NOT_FOUND', `No enterprise ${enterpriseId}`, {
        id: enterpriseId,
      });
    }
    if (!isPublicAddress(url)) {
      throw new DomainError('WEBHOOK_URL_REFUSED', 'Not an https address of a public name', {
        url,
      });
    }
    const row: WebhookEntity = {
      id: newId<WebhookId>(),
      enterpriseId: enterpriseId as EnterpriseId | null,
      url,
      secret: randomBytes(SECRET_BYTES).toString('hex'),
      createdBy: scope.userId,
      createdAt: this.clock.now(),
      endedAt: null,
    };
    await this.unitOfWork.run((tx) => this.webhooks.insert(tx, row));
    return { webhook: toView(row), secret: row.secret };
  }

  async list(scope: AccessScope): Promise<WebhookView[]> {
    return (await this.webhooks.inScope(this.unitOfWork.reads, scope)).map(toView);
  }

  /** Calls it no more; what waits for it is given up. */
  async end(scope: AccessScope, id: WebhookId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.webhooks.find(tx, id);
      if (!row || !maySeeEnterprise(scope, row.enterpriseId)) {
        throw new DomainError('WEBHOOK_NOT_FOUND', `No webhook ${id}`, { id });
      }
      row.endedAt ??= this.clock.now();
      await this.webhooks.save(tx, row);
    });
  }
}

const toView = ({ id, enterpriseId, url, createdAt }: WebhookEntity): WebhookView => ({
  id,
  enterpriseId,
  url,
  createdAt: createdAt.toISOString(),
});
