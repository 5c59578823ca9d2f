import {
  autoAssignView,
  candidatesView,
  type CreateOrderRequest,
  plantOptionsView,
} from '@tongyun/contracts';
import {
  ClockInService,
  CreateOrderService,
  CreateSiteService,
  OrderQueries,
} from '@tongyun/deliveries';
import { AskForLoanService, LoanQueries, OfferLoanService } from '@tongyun/fleet';
import { toWgs84 } from '@tongyun/geo';
import { addMinutes, type LoadId, newId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AutoAssignService } from './auto-assign.service.js';
import { CandidateQueries } from './candidate-queries.service.js';
import { DispatchModule } from './dispatch.module.js';
import { toAutoAssignView, toCandidateView, toPlantOptionView } from './http/dispatch.views.js';
import { PlantOptionQueries } from './plant-option-queries.service.js';

const now = new Date('2026-11-23T00:00:00Z');

describe('dispatch', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), DispatchModule], {
      now: () => now,
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    works = await buildWorks(database.dataSource.manager, { radiusM: 20_000 });
  });

  async function enterOrder(change: Partial<CreateOrderRequest> = {}) {
    const { dispatcher } = works;
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
    const wanted = anOrder(works, site.id, addMinutes(now, 180), change);
    const order = await module.get(CreateOrderService).create(dispatcher, wanted);
    return module.get(OrderQueries).getWhole(dispatcher, order.id);
  }
  const candidatesFor = async () => {
    const { loads } = await enterOrder();
    return module
      .get(CandidateQueries)
      .forJob(works.dispatcher, { loadId: loads[0]!.id as LoadId });
  };

  it('lists every usable mixer, the best first and the refused with all reasons', async () => {
    const fitting = await works.addMixer({ drumCapacityM3: 12 });
    const large = await works.addMixer({ drumCapacityM3: 15 });
    const small = await works.addMixer({ drumCapacityM3: 6 });
    await works.addPump(37);
    await works.addDriver();
    await works.addDriver();
    await works.addDriver(['skill']);

    const candidates = await candidatesFor();

    expect(candidates.map(({ vehicleId, mayAssign }) => [vehicleId, mayAssign])).toEqual([
      [fitting.id, true],
      [large.id, true],
      [small.id, false],
    ]);
    expect(candidates[0]!.costParts).toMatchObject({ drum_waste: 0, off_duty: 20 });
    const refused = candidates[2]!;
    expect(refused.reasons.map(({ code }) => code)).toEqual(['above_drum_capacity']);
    expect(refused.warnings.map(({ code }) => code)).toContain('no_driver_free');
  });

  it('takes the driver who is on duty on the vehicle, before those who are not', async () => {
    const [idle, manned] = [await works.addMixer(), await works.addMixer()];
    const [driver] = [await works.addDriver(), await works.addDriver()];
    const scope = { ...anEmployee(works.enterpriseId, 'driver'), driverId: driver.id };
    await module.get(ClockInService).clockIn(scope, driver.id, {
      id: newId<string>(),
      plateNo: manned.plateNo!,
      plateColor: 'yellow',
      at: now,
    });

    const candidates = await candidatesFor();

    expect(candidates.map(({ vehicleId }) => vehicleId)).toEqual([manned.id, idle.id]);
    expect(candidates[0]).toMatchObject({ driverId: driver.id, mayAssign: true });
    expect(candidates[1]!.driverId).not.toBe(driver.id);
  });

  it('gives a borrowed truck to nobody but the driver who comes with it', async () => {
    const lender = await buildWorks(database.dataSource.manager);
    const [mixer, driver] = [await lender.addMixer(), await lender.addDriver()];
    await works.addMixer();
    await works.addDriver();
    const requestId = await module.get(AskForLoanService).ask(works.dispatcher, {
      plantId: works.plantId,
      vehicleCount: 1,
      fromAt: now,
      untilAt: addMinutes(now, 600),
      reason: 'a large pour',
    });
    const pair = { vehicleId: mixer.id, driverId: driver.id, reason: 'idle' };
    await module.get(OfferLoanService).offer(lender.dispatcher, requestId, pair);
    const { loans } = await module.get(LoanQueries).request(works.dispatcher, requestId);
    const step = { state: 'accepted', reason: 'welcome' } as const;
    await module.get(OfferLoanService).step(works.dispatcher, loans[0]!.id, step, '*');

    const candidates = await candidatesFor();

    expect(candidates.find(({ vehicleId }) => vehicleId === mixer.id)).toMatchObject({
      driverId: driver.id,
      mayAssign: true,
      reasons: [],
    });
  });

  it('assigns a whole order on one click, the pump first', async () => {
    for (let count = 0; count < 3; count += 1) await works.addMixer();
    const reaching = await works.addPump(47);
    await works.addPump(30);
    for (let count = 0; count < 4; count += 1) await works.addDriver();
    const { order } = await enterOrder({
      plannedM3: 36,
      placingMethod: 'pump',
      isPumpNeeded: true,
      pumpReachM: 40,
    });

    const { assigned, unserved } = await module
      .get(AutoAssignService)
      .assignAll(works.dispatcher, order.id);

    expect(unserved).toEqual([]);
    expect(assigned).toHaveLength(4);
    expect(assigned[0]).toMatchObject({ vehicleId: reaching.id, loadId: null });
    expect(new Set(assigned.map(({ driverId }) => driverId)).size).toBe(4);
    const after = await module.get(OrderQueries).get(works.dispatcher, order.id);
    expect(after).toMatchObject({ state: 'released', assignedLoadCount: 3 });
  });

  it('tells why a load found nobody', async () => {
    await works.addMixer();
    await works.addDriver();
    const { order } = await enterOrder({ plannedM3: 24 });

    const { assigned, unserved } = await module
      .get(AutoAssignService)
      .assignAll(works.dispatcher, order.id);

    expect(assigned).toHaveLength(1);
    expect(unserved).toEqual([
      expect.objectContaining({
        loadNo: 2,
        refusedBy: { assignment_overlaps: 1, no_driver_free: 1 },
      }),
    ]);
  });

  it('offers every plant with its distance and why it may not supply', async () => {
    const far = toWgs84(eastOfPlant(25), 'wgs84');
    const options = module.get(PlantOptionQueries);

    const [near] = await options.forPosition(works.dispatcher, toWgs84(eastOfPlant(8), 'wgs84'));
    const [beyond] = await options.forPosition(works.dispatcher, far);

    expect(near).toMatchObject({ isInRange: true, limitM: 20_000, reasons: [] });
    expect(near!.distanceM).toBeCloseTo(8_000, 0);
    expect(beyond).toMatchObject({
      isInRange: false,
      travel: { source: 'estimate' },
      reasons: [expect.objectContaining({ code: 'site_out_of_radius' })],
    });
  });

  it('shows what the contract says', async () => {
    await works.addMixer();
    await works.addDriver();
    const { order, loads } = await enterOrder({ plannedM3: 24 });
    const job = { loadId: loads[0]!.id as LoadId };
    const candidates = await module.get(CandidateQueries).forJob(works.dispatcher, job);
    const position = toWgs84(eastOfPlant(25), 'wgs84');
    const options = await module.get(PlantOptionQueries).forPosition(works.dispatcher, position);
    const done = await module.get(AutoAssignService).assignAll(works.dispatcher, order.id);

    const shown = [
      [candidatesView, { items: candidates.map(toCandidateView) }],
      [plantOptionsView, { items: options.map(toPlantOptionView) }],
      [autoAssignView, toAutoAssignView(done)],
    ] as const;

    for (const [schema, view] of shown) expect(schema.parse(view)).toEqual(view);
  });

  it('knows nothing of another enterprise’s jobs', async () => {
    await works.addMixer();
    const { order, loads } = await enterOrder();
    const others = await buildWorks(database.dataSource.manager);

    await expect(
      module.get(CandidateQueries).forJob(others.dispatcher, { loadId: loads[0]!.id as LoadId }),
    ).rejects.toMatchObject({ code: 'LOAD_NOT_FOUND' });
    await expect(
      module.get(AutoAssignService).assignAll(others.dispatcher, order.id),
    ).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
  });
});
