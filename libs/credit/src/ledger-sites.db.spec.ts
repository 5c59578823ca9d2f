import { CreateSiteService, DeliveriesModule } from '@tongyun/deliveries';
import { OrderEntity } from '@tongyun/deliveries/data';
import { type SiteId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anOrderRow } from '../../../test/support/an-order-row.js';
import { aSite, buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { CreditModule } from './credit.module.js';
import { LedgerQueries } from './ledger-queries.service.js';
import { RecordLedgerEntryService } from './record-ledger-entry.service.js';

const now = new Date('2026-11-23T02:00:00Z');

describe('the sites of an enterprise’s ledger', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let lead: ConcreteWorks;
  let partner: ConcreteWorks;
  let siteId: SiteId;

  beforeAll(async () => {
    database = await openTestDatabase();
    const modules = [RoutingModule.with({}), DeliveriesModule, CreditModule];
    module = await openTestModule(database, modules, { now: () => now });
    lead = await buildWorks(database.dataSource.manager);
    partner = await buildWorks(database.dataSource.manager);
    ({ id: siteId } = await module
      .get(CreateSiteService, { strict: false })
      .create(SYSTEM_SCOPE, aSite(lead)));
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const sites = () =>
    module.get(LedgerQueries).sites(anEmployee(partner.enterpriseId), partner.enterpriseId);
  const brief = () =>
    module
      .get(RecordLedgerEntryService)
      .record(anEmployee(partner.enterpriseId, 'enterprise_manager'), {
        enterpriseId: partner.enterpriseId,
        kind: 'briefing',
        occurredAt: now,
        title: 'pouring in frost',
        content: '',
        personName: null,
        photoUrls: [],
        vehicleId: null,
        siteId,
        siteName: null,
        hasFindings: false,
      });
  const takeShare = () =>
    database.dataSource.manager.insert(
      OrderEntity,
      anOrderRow({
        enterpriseId: partner.enterpriseId,
        plantId: partner.plantId,
        siteId,
        firstOnSiteAt: now,
      }),
    );

  it('are its own, and those of another’s pour once it has a share in it', async () => {
    expect(await sites()).toEqual([]);
    await expect(brief()).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });

    await takeShare();

    expect(await sites()).toMatchObject([{ id: siteId, name: '一号楼' }]);
    expect(await brief()).toMatchObject({ siteId });
  });
});
