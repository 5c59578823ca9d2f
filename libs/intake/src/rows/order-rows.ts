import { createOrderRequest } from '@tongyun/contracts';
import { CreateOrderService, type Site, SiteQueries } from '@tongyun/deliveries';
import { type AccessScope, DomainError, type EnterpriseId } from '@tongyun/kernel';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { NamedThings } from './named-things.js';
import { filled, fit, instantOfCell, type RowEntry } from './row-entry.js';

/** Orders as an enterprise's own system exports them (R39), for sites and plants that are entered. */
@Injectable()
export class OrderRows implements RowEntry {
  readonly kind = 'orders';
  readonly permission = 'orders.write';

  constructor(
    private readonly createOrder: CreateOrderService,
    private readonly sites: SiteQueries,
    private readonly named: NamedThings,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async enter(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<void> {
    const enterpriseId = await this.named.neededEnterpriseId(tx, scope, values);
    const site = await this.siteOf(tx, scope, enterpriseId, values);
    const plant = await this.named.plant(tx, scope, enterpriseId, values['plant']);
    const order = fit(createOrderRequest, {
      ...filled(values),
      siteId: site.id,
      plantId: plant.id,
      firstOnSiteAt: instantOfCell(values['firstOnSiteAt'], this.timeZone),
      isPumpNeeded: values['placingMethod'] === 'pump',
    });
    await this.createOrder.create(scope, order, { within: tx });
  }

  private async siteOf(
    tx: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    { site: name }: RowValues,
  ): Promise<Site> {
    const [site, another] = await this.sites.named(scope, enterpriseId, String(name), tx);
    if (!site) throw new DomainError('SITE_NOT_FOUND', 'No site of this name');
    if (another) throw new DomainError('SITE_AMBIGUOUS', 'Two sites have this name', { name });
    return site;
  }
}
