import type { CreateOrderRequest, CreateSiteRequest } from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { etagOf } from '@tongyun/platform';
import { SetPolicyService } from '@tongyun/policy';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ChangeOrderStateService } from './change-order-state.service.js';
import { ConcreteLives } from './concrete-lives.service.js';
import { CreateOrderService } from './create-order.service.js';
import { CreateSiteService } from './create-site.service.js';
import { DeliveriesModule } from './deliveries.module.js';
import { OrderQueries } from './order-queries.service.js';
import { SiteQueries } from './site-queries.service.js';

/** 07:00 in Hangzhou. */
const now = new Date('2026-11-22T23:00:00Z');

const cursorOf = (at: Date, id: string) =>
  Buffer.from(`${at.toISOString()}\n${id}`).toString('base64url');

describe('orders', () => {
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
    works = await buildWorks(database.dataSource.manager, { radiusM: 20_000 });
    await works.addMixer({ drumCapacityM3: 12 });
  });

  const enterSite = (position: CreateSiteRequest['position'] = eastOfPlant(8)) =>
    module.get(CreateSiteService).create(works.dispatcher, aSite(works, { position }));
  const enter = async (change: Partial<CreateOrderRequest> = {}, km = 8) => {
    const site = await enterSite(eastOfPlant(km));
    const wanted = anOrder(works, site.id, addMinutes(now, 120), { plannedM3: 30, ...change });
    return module.get(CreateOrderService).create(works.dispatcher, wanted);
  };
  const queries = () => module.get(OrderQueries);

  it('are split into loads that the drums can carry', async () => {
    const { id } = await enter();

    const { order, loads, pumpJobs } = await queries().getWhole(works.dispatcher, id);

    expect(order).toMatchObject({ state: 'firm', loadCount: 3, assignedLoadCount: 0 });
    expect(loads.map(({ plannedM3 }) => plannedM3)).toEqual([12, 12, 6]);
    expect(loads.map(({ dueAt }) => dueAt)).toEqual([
      addMinutes(now, 120),
      addMinutes(now, 140),
      addMinutes(now, 160),
    ]);
    expect(pumpJobs).toEqual([]);
  });

  it('begin with the mortar that primes the pump, which is none of the ordered volume', async () => {
    const pumped = { placingMethod: 'pump' as const, isPumpNeeded: true, primingM3: 1 };
    const { id } = await enter(pumped);

    const { order, loads } = await queries().getWhole(works.dispatcher, id);

    expect(order).toMatchObject({ plannedM3: 30, primingM3: 1, loadCount: 4 });
    expect(loads.map(({ kind, plannedM3 }) => [kind, plannedM3])).toEqual([
      ['priming_mortar', 1],
      ['concrete', 12],
      ['concrete', 12],
      ['concrete', 6],
    ]);
    expect(loads[0]!.dueAt).toEqual(addMinutes(now, 120));
  });

  it('ask for wet mortar by its grade, which lives by a limit of its own', async () => {
    const { id, enterpriseId } = await enter({ grade: 'M10' });
    const lives = module.get(ConcreteLives);

    const { loads } = await queries().getWhole(works.dispatcher, id);

    expect(new Set(loads.map(({ kind }) => kind))).toEqual(new Set(['wet_mortar']));
    const retarderMin = null;
    expect(await lives.limitsOf({ grade: 'M10', enterpriseId, retarderMin }, now)).toEqual({
      dischargeWithinMin: 150,
      warnAtMin: 120,
    });
    expect(await lives.limitsOf({ grade: 'C30', enterpriseId, retarderMin }, now)).toEqual({
      dischargeWithinMin: 90,
      warnAtMin: 60,
    });
  });

  it('state how much longer a retarder lets their concrete live, within what policy believes', async () => {
    const order = await enter({ retarderMin: 240 });
    const lives = module.get(ConcreteLives);

    expect(await lives.limitsOf(order, now)).toEqual({ dischargeWithinMin: 330, warnAtMin: 300 });
    await expect(enter({ retarderMin: 250 })).rejects.toMatchObject({
      code: 'RETARDER_TOO_LONG',
      details: { retarderMin: 250, limitMin: 240 },
    });
  });

  it('make a pump job for as long as the pour takes', async () => {
    const { id } = await enter({ placingMethod: 'pump', isPumpNeeded: true, pumpReachM: 37 });

    const { pumpJobs } = await queries().getWhole(works.dispatcher, id);

    expect(pumpJobs).toMatchObject([
      { state: 'planned', readyByAt: addMinutes(now, 120), untilAt: addMinutes(now, 170) },
    ]);
  });

  it('make as many pump jobs as pumps are needed at once', async () => {
    const pumped = { placingMethod: 'pump' as const, isPumpNeeded: true };
    const { id } = await enter({ ...pumped, pumpsNeeded: 3 });

    const { order, pumpJobs } = await queries().getWhole(works.dispatcher, id);

    expect(order.pumpsNeeded).toBe(3);
    expect(pumpJobs.map(({ state }) => state)).toEqual(['planned', 'planned', 'planned']);
  });

  it('are numbered by enterprise and operating day, which begins at four', async () => {
    const lateNight = await enter({ firstOnSiteAt: new Date('2026-11-23T19:59:00Z') });
    const early = await enter({ firstOnSiteAt: new Date('2026-11-23T20:00:00Z') });
    const again = await enter({ firstOnSiteAt: new Date('2026-11-23T12:00:00Z') });

    expect([lateNight.orderNo, early.orderNo, again.orderNo]).toEqual([
      '20261123-0001',
      '20261124-0001',
      '20261123-0002',
    ]);
  });

  it('are refused with distance and limit where the plant may not supply', async () => {
    await expect(enter({}, 25)).rejects.toMatchObject({
      code: 'PLANT_OUT_OF_RADIUS',
      details: { plantName: '北站', distanceM: 25_000, limitM: 20_000 },
    });
    expect(await queries().list(works.dispatcher, { limit: 50 })).toEqual([]);
  });

  it('are refused for a time that has passed', async () => {
    await expect(enter({ firstOnSiteAt: addMinutes(now, -1) })).rejects.toMatchObject({
      code: 'ORDER_TIME_PAST',
    });
  });

  it('are refused where no mixer may serve', async () => {
    works = await buildWorks(database.dataSource.manager);

    await expect(enter()).rejects.toMatchObject({ code: 'NO_MIXER_USABLE' });
  });

  it('turn the site’s position into WGS-84 once', async () => {
    const site = await enterSite({ lng: 120.2, lat: 30.3, crs: 'wgs84' });
    const shifted = await enterSite({ lng: 120.2, lat: 30.3, crs: 'gcj02' });

    expect(site.position).toMatchObject({ lng: 120.2, lat: 30.3 });
    expect(shifted.position.lng).toBeCloseTo(120.1953, 3);
    expect(shifted.position.lat).toBeCloseTo(30.3023, 3);
  });

  it('change their state only for who saw the current one', async () => {
    const { id } = await enter();
    const seen = await queries().get(works.dispatcher, id);
    const change = (state: 'on_hold' | 'firm' | 'closed', ifMatch: string | undefined) =>
      module
        .get(ChangeOrderStateService)
        .change(works.dispatcher, id, { state, reason: 'rain' }, ifMatch);

    expect(await change('on_hold', etagOf(seen))).toMatchObject({ state: 'on_hold', version: 2 });
    await expect(change('firm', etagOf(seen))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await expect(change('firm', undefined)).rejects.toMatchObject({ code: 'IF_MATCH_REQUIRED' });
    await expect(change('closed', '*')).rejects.toMatchObject({
      code: 'ORDER_STATE_REFUSED',
      details: { possible: ['firm', 'will_call', 'cancelled'] },
    });
  });

  it('are listed page by page', async () => {
    const later = await enter({ firstOnSiteAt: addMinutes(now, 300) });
    const sooner = await enter({ firstOnSiteAt: addMinutes(now, 200) });
    const cursor = cursorOf(later.firstOnSiteAt, later.id);

    const [first] = await queries().list(works.dispatcher, { limit: 1 });
    const rest = await queries().list(works.dispatcher, { limit: 1, cursor });

    expect(first!.id).toBe(later.id);
    expect(rest.map(({ id }) => id)).toEqual([sooner.id]);
  });

  it('are nothing that another enterprise can see or use', async () => {
    const { id, siteId } = await enter();
    const others = await buildWorks(database.dataSource.manager);
    await others.addMixer();

    await expect(queries().get(others.dispatcher, id)).rejects.toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
    expect(await queries().list(others.dispatcher, { limit: 50 })).toEqual([]);
    expect(await module.get(SiteQueries).list(others.dispatcher, { limit: 50 })).toEqual([]);
    works = others;
    await expect(enter({ siteId })).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });
  });

  it('are refused for a grade that the city does not list', async () => {
    await module.get(SetPolicyService).set(works.dispatcher, {
      key: 'order.grades',
      scope: 'city',
      value: ['C30', 'M10'],
      effectiveFrom: now,
      source: '本市标准',
      confidence: 'decided',
      reason: '仅此两种',
    });

    await expect(enter({ grade: 'C35 P8' })).rejects.toMatchObject({
      code: 'GRADE_NOT_LISTED',
      details: { grade: 'C35 P8', grades: ['C30', 'M10'] },
    });
    await expect(enter({ grade: 'C30 P8' })).resolves.toMatchObject({ grade: 'C30 P8' });
  });
});
