import type { AccessScope, AlertId, EnterpriseId, WebhookId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { WebhookEntity } from './webhook.entity.js';

const MOST_SHOWN = 200;

@Injectable()
export class WebhookRepository {
  async insert(manager: EntityManager, row: WebhookEntity): Promise<void> {
    await manager.insert(WebhookEntity, row);
  }

  async save(manager: EntityManager, row: WebhookEntity): Promise<void> {
    await manager.save(WebhookEntity, row);
  }

  find(manager: EntityManager, id: WebhookId): Promise<WebhookEntity | null> {
    return manager.findOneBy(WebhookEntity, { id });
  }

  /** Those the asker may see that are in use, newest first; one of everybody's only to authorities. */
  inScope(manager: EntityManager, { enterpriseIds }: AccessScope): Promise<WebhookEntity[]> {
    return manager.find(WebhookEntity, {
      where: {
        endedAt: IsNull(),
        ...(enterpriseIds === 'all' ? {} : { enterpriseId: In([...enterpriseIds]) }),
      },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
  }

  /** Whether it belongs to the enterprise whose driver an alert names. */
  async isOfDriversOwn(
    manager: EntityManager,
    { enterpriseId }: Pick<WebhookEntity, 'enterpriseId'>,
    alertId: AlertId,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM alert JOIN driver ON driver.id = alert.driver_id
       WHERE alert.id = $1 AND driver.enterprise_id = $2`,
      [alertId, enterpriseId],
    );
    return rows.length > 0;
  }

  /** Those that hear of an enterprise's alerts; of nobody's alerts only those that hear of all. */
  hearing(manager: EntityManager, enterpriseId: EnterpriseId | null): Promise<WebhookEntity[]> {
    const ofAll = { endedAt: IsNull(), enterpriseId: IsNull() };
    return manager.find(WebhookEntity, {
      where: enterpriseId === null ? ofAll : [ofAll, { endedAt: IsNull(), enterpriseId }],
      order: { id: 'ASC' },
    });
  }
}
