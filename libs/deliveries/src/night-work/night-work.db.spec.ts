import type { CreateSiteRequest } from '@tongyun/contracts';
import type { LoadId, SiteId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { AssignService } from '../assign.service.js';
import { CreateOrderService } from '../create-order.service.js';
import { CreateSiteService } from '../create-site.service.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { OrderQueries } from '../order-queries.service.js';
import { FlagNoiseService } from './flag-noise.service.js';
import { RecordNightPermitService } from './record-night-permit.service.js';

const now = new Date('2026-11-23T08:00:00+08:00');
const evening = new Date('2026-11-23T21:50:00+08:00');
const nightBegins = new Date('2026-11-23T22:00:00+08:00');
const morning = new Date('2026-11-24T06:00:00+08:00');

describe('work at night', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), DeliveriesModule], {
      now: () => now,
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    works = await buildWorks(database.dataSource.manager);
    await works.addMixer();
  });

  const addSite = (change: Partial<CreateSiteRequest> = {}) =>
    module
      .get(CreateSiteService)
      .create(works.dispatcher, aSite(works, { isNoiseSensitive: true, ...change }));
  /** A load from ten minutes before the night into it. */
  const order = async (siteId: SiteId) => {
    const { id } = await module
      .get(CreateOrderService)
      .create(works.dispatcher, anOrder(works, siteId, evening));
    return module.get(OrderQueries).getWhole(works.dispatcher, id);
  };
  const permit = (siteId: SiteId, validFrom = nightBegins, validTo = morning) =>
    module.get(RecordNightPermitService).record(works.dispatcher, siteId, {
      permitNo: '夜施 2026-118',
      issuedBy: '滨江区综合行政执法局',
      validFrom,
      validTo,
    });
  const assign = async ({ loads }: Awaited<ReturnType<typeof order>>) => {
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    return module
      .get(AssignService)
      .assign(
        works.dispatcher,
        { loadId: loads[0]!.id as LoadId },
        { vehicleId: mixer.id, driverId: driver.id },
      );
  };

  it('shows on the order and on the assignment while no permit covers it', async () => {
    const { id } = await addSite();

    const whole = await order(id);

    expect(whole.nightWork).toEqual({ state: 'without_permit', from: nightBegins });
    expect(await assign(whole)).toMatchObject({ warnings: [{ code: 'night_without_permit' }] });
  });

  it('is permitted once a permit that covers it is kept', async () => {
    const { id } = await addSite();
    await permit(id);

    const whole = await order(id);

    expect(whole.nightWork).toEqual({ state: 'permitted', from: null });
    expect(await assign(whole)).toMatchObject({ warnings: [] });
  });

  it('is nobody’s matter until a site is said to have people beside it', async () => {
    const { id } = await addSite({ isNoiseSensitive: false });
    const before = await order(id);
    expect(before.nightWork.state).toBe('unrestricted');

    await module.get(FlagNoiseService).flag(works.dispatcher, id, true);

    const after = await module.get(OrderQueries).getWhole(works.dispatcher, before.order.id);
    expect(after.nightWork.state).toBe('without_permit');
  });

  it('has no permit that ends before it begins, nor one from another enterprise', async () => {
    const { id } = await addSite();

    await expect(permit(id, morning, nightBegins)).rejects.toMatchObject({
      code: 'NIGHT_PERMIT_PERIOD_INVALID',
    });
    works = await buildWorks(database.dataSource.manager);
    await expect(permit(id)).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });
  });
});
