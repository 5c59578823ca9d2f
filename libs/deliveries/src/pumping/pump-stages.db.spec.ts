import {
  type AccessScope,
  type AssignmentId,
  type DriverId,
  newId,
  type PumpJobId,
  type VehicleId,
} from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../../test/support/concrete-works.js';
import { anAuthority, anEmployee } from '../../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { AssignService } from '../assign.service.js';
import { CancelAssignmentService } from '../cancel-assignment.service.js';
import { ClockInService } from '../clock-in.service.js';
import { CreateOrderService } from '../create-order.service.js';
import { CreateSiteService } from '../create-site.service.js';
import { DutyEntity, PumpClaimEntity } from '../data/index.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { DriverDayQueries } from '../driver-day-queries.service.js';
import { OrderQueries } from '../order-queries.service.js';
import type { PumpStage } from '../rules/pumping/pump-stages.js';
import { RecordPumpClaimsService } from './record-pump-claims.service.js';
import { RecordPumpStageService } from './record-pump-stage.service.js';

const morning = new Date('2026-11-23T00:00:00Z');
const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('the stages of a pump', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = morning;

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
    now = morning;
    works = await buildWorks(database.dataSource.manager);
    await works.addMixer();
  });

  /** A pumped pour whose pump was given to an operator on duty. */
  async function aPumpJob() {
    const { dispatcher } = works;
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
    const order = await module
      .get(CreateOrderService)
      .create(
        dispatcher,
        anOrder(works, site.id, at('04:00'), { placingMethod: 'pump', isPumpNeeded: true }),
      );
    const { pumpJobs } = await module.get(OrderQueries).getWhole(dispatcher, order.id);
    const jobId = pumpJobs[0]!.id;
    const pump = await works.addPump(48);
    const driver = await works.addDriver();
    await module.get(ClockInService).clockIn(anOperator(driver.id), driver.id, {
      id: newId<string>(),
      plateNo: pump.plateNo!,
      plateColor: 'yellow',
      at: morning,
    });
    const assignmentId = await assign(jobId, pump.id, driver.id);
    return { orderId: order.id, jobId, pump, driver, assignmentId };
  }

  const anOperator = (driverId: DriverId): AccessScope =>
    anAuthority('driver', { enterpriseIds: [works.enterpriseId], driverId });

  async function assign(
    pumpJobId: PumpJobId,
    vehicleId: VehicleId,
    driverId: DriverId,
  ): Promise<AssignmentId> {
    const { id } = await module
      .get(AssignService)
      .assign(works.dispatcher, { pumpJobId }, { vehicleId, driverId });
    return id;
  }

  const tap = (driverId: DriverId, pumpJobId: PumpJobId, ...taps: readonly [PumpStage, string][]) =>
    module.get(RecordPumpClaimsService).record(
      anOperator(driverId),
      driverId,
      taps.map(([stage, clock]) => ({
        id: newId<string>(),
        pumpJobId,
        stage,
        claimedAt: at(clock),
      })),
    );

  const jobOf = async (orderId: Awaited<ReturnType<typeof aPumpJob>>['orderId']) =>
    (await module.get(OrderQueries).getWhole(works.dispatcher, orderId)).pumpJobs[0]!;
  const dutyOf = (driverId: DriverId) =>
    database.dataSource.manager.findOneByOrFail(DutyEntity, { driverId });
  const phoneOf = (driverId: DriverId) =>
    module.get(DriverDayQueries).get(anOperator(driverId), driverId);

  it('are tapped by its operator, whose phone shows the job until the pump has left', async () => {
    const { orderId, jobId, driver } = await aPumpJob();
    now = at('03:00');
    const before = await phoneOf(driver.id);
    await tap(driver.id, jobId, ['travelling', '02:30'], ['setting_up', '03:00']);
    const half = await phoneOf(driver.id);
    const duty = await dutyOf(driver.id);
    now = at('06:00');
    await tap(
      driver.id,
      jobId,
      ['ready', '03:40'],
      ['pumping', '04:05'],
      ['washing', '05:30'],
      ['left', '05:50'],
    );

    expect(before.pumpJob).toMatchObject({ id: jobId, state: 'released' });
    expect(half.pumpJob).toMatchObject({ state: 'setting_up' });
    expect(duty.state).toBe('on_trip');
    expect(await jobOf(orderId)).toMatchObject({
      state: 'left',
      stageEvidence: { ready: { at: at('03:40').toISOString(), evidence: 'claim' } },
    });
    expect((await phoneOf(driver.id)).pumpJob).toBeNull();
    expect((await dutyOf(driver.id)).state).toBe('queued');
  });

  it('free pump and operator for another job as soon as they have left', async () => {
    const { jobId, driver, pump } = await aPumpJob();
    now = at('03:30');
    await tap(driver.id, jobId, ['travelling', '02:30'], ['left', '03:20']);
    const { dispatcher } = works;
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
    const next = await module
      .get(CreateOrderService)
      .create(
        dispatcher,
        anOrder(works, site.id, at('04:20'), { placingMethod: 'pump', isPumpNeeded: true }),
      );
    const other = await jobOf(next.id);

    await assign(other.id, pump.id, driver.id);

    expect(await jobOf(next.id)).toMatchObject({ state: 'released' });
  });

  it('keep a repeated tap once, with the answer that it got first', async () => {
    const { jobId, driver } = await aPumpJob();
    now = at('03:00');
    const claim = {
      id: newId<string>(),
      pumpJobId: jobId,
      stage: 'travelling' as const,
      claimedAt: at('02:30'),
    };
    const send = () =>
      module.get(RecordPumpClaimsService).record(anOperator(driver.id), driver.id, [claim]);

    expect([await send(), await send()]).toEqual([
      [{ id: claim.id, outcome: 'applied', reason: null }],
      [{ id: claim.id, outcome: 'applied', reason: null }],
    ]);
    expect(await database.dataSource.manager.countBy(PumpClaimEntity, { id: claim.id })).toBe(1);
  });

  it('are left to people when the pump was taken off the job meanwhile', async () => {
    const { orderId, jobId, driver, assignmentId } = await aPumpJob();
    now = at('03:00');
    await tap(driver.id, jobId, ['travelling', '02:30']);
    const cancelling = module.get(CancelAssignmentService);
    await cancelling.cancel(works.dispatcher, assignmentId, '泵车故障');
    const second = { pump: await works.addPump(52), driver: await works.addDriver() };
    await assign(jobId, second.pump.id, second.driver.id);

    const [late] = await tap(driver.id, jobId, ['setting_up', '02:55']);

    expect(late).toMatchObject({ outcome: 'to_settle', reason: 'not_your_pump_job' });
    expect(await jobOf(orderId)).toMatchObject({ state: 'released', stageEvidence: {} });
    expect((await dutyOf(driver.id)).state).toBe('queued');
  });

  it('are recorded by a dispatcher for his own enterprise’s pumps alone', async () => {
    const { orderId, jobId } = await aPumpJob();
    now = at('03:00');
    const reported = () => ({
      claimId: newId<string>(),
      pumpJobId: jobId,
      stage: 'travelling' as const,
      at: at('02:40'),
      receivedAt: now,
      evidence: 'dispatcher' as const,
    });
    const stranger = anEmployee((await buildWorks(database.dataSource.manager)).enterpriseId);
    const service = module.get(RecordPumpStageService);

    await expect(service.record(stranger, reported())).rejects.toMatchObject({
      code: 'PUMP_JOB_NOT_FOUND',
    });
    await service.record(works.dispatcher, reported());
    expect(await jobOf(orderId)).toMatchObject({ state: 'travelling' });
  });
});
