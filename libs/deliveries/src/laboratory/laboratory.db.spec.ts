import type { RecordMaterialLotRequest } from '@tongyun/contracts';
import { SetPolicyService } from '@tongyun/policy';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { APlantDesk, type CrewedTrip } from '../../../../test/support/a-plant-desk.js';
import { anAuthority, anEmployee } from '../../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { MaterialLotEntity } from '../data/index.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { RecordBatchService } from '../plant-desk/record-batch.service.js';
import { IssueTicketService } from '../tickets/issue-ticket.service.js';
import { LaboratoryQueries } from './laboratory-queries.service.js';
import { RecordLaboratoryService } from './record-laboratory.service.js';

const START = new Date('2026-11-23T00:30:00Z');

describe('a plant’s laboratory', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let desk: APlantDesk;
  let planned: CrewedTrip;
  let now = START;

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
    now = START;
    desk = await APlantDesk.open(module, database.dataSource.manager);
    planned = await desk.aTrip(new Date('2026-11-23T01:30:00Z'));
  });

  const laboratory = () => module.get(RecordLaboratoryService);
  const look = () => module.get(LaboratoryQueries).get(desk.desk, desk.works.plantId);
  const approve = (change: object = {}) =>
    laboratory().approveMix(desk.desk, desk.works.plantId, {
      mixDesignNo: 'PHB-30',
      grade: 'C30',
      materials: [
        { material: 'cement', kgPerM3: 320 },
        { material: 'sand', kgPerM3: 780 },
      ],
      approverName: '陈主任',
      validFrom: '2026-01-01',
      validTo: null,
      ...change,
    });
  const testLot = (change: Partial<RecordMaterialLotRequest> = {}) => {
    now = new Date(now.getTime() + 1_000);
    return laboratory().testMaterial(desk.desk, desk.works.plantId, {
      material: 'cement',
      lotNo: 'SN-0101',
      supplierName: '海螺',
      reportNo: 'BG-7',
      hasPassed: true,
      inspectorName: '周工',
      testedOn: '2026-11-20',
      ...change,
    });
  };
  const batch = (change: object = {}) =>
    module.get(RecordBatchService).record(desk.desk, {
      tripId: planned.trip.id,
      vehicleId: planned.mixer.id,
      plantId: desk.works.plantId,
      grade: 'C30',
      batchedM3: 12,
      batchedAt: now,
      mixDesignNo: 'PHB-30',
      ...change,
    });
  const issue = () => module.get(IssueTicketService).issue(desk.desk, planned.trip.id);
  const mustKnowMaterials = () =>
    module.get(SetPolicyService).set(anAuthority('concrete_admin'), {
      key: 'quality.must_know_materials',
      scope: `plant:${desk.works.plantId}`,
      value: true,
      effectiveFrom: START,
      source: '市管理站通知',
      confidence: 'decided',
      reason: '质量专项整治',
    });

  it('lets a load go that was made by an approved mix design of tested materials', async () => {
    await mustKnowMaterials();
    await approve();
    await testLot();
    await testLot({ material: 'sand', lotNo: 'SA-3' });

    const { mismatches } = await batch();
    const { tickets } = await issue();

    expect(mismatches).toEqual([]);
    expect(tickets[0]).toMatchObject({ content: { mixDesignNo: 'PHB-30' } });
  });

  it('holds back a load made by a mix design of another grade, or of a material that failed', async () => {
    await approve({ grade: 'C25' });
    await testLot();
    await testLot({ hasPassed: false, lotNo: 'SN-0102' });

    const { mismatches } = await batch();

    expect(mismatches.map(({ code, found }) => [code, found])).toEqual([
      ['mix_design_unfit', expect.stringContaining('PHB-30 C25')],
      ['material_not_passed', 'SN-0102'],
    ]);
    await expect(issue()).rejects.toMatchObject({ code: 'BATCH_NOT_SETTLED' });
  });

  it('holds back what nobody has approved or tested, where policy says so', async () => {
    expect((await batch({ mixDesignNo: undefined })).mismatches).toEqual([]);
    await mustKnowMaterials();
    const second = await desk.aTrip(new Date('2026-11-23T02:30:00Z'));

    const { mismatches } = await batch({
      tripId: second.trip.id,
      vehicleId: second.mixer.id,
      mixDesignNo: undefined,
    });

    expect(mismatches).toMatchObject([{ code: 'mix_design_unfit', found: '' }]);
  });

  it('takes a mix design again under its number in the place of the one before', async () => {
    await approve();
    now = new Date(now.getTime() + 1_000);
    await approve({ validTo: '2026-11-22' });

    const { mixes } = await look();

    expect(mixes).toMatchObject([{ mixDesignNo: 'PHB-30', validTo: '2026-11-22' }]);
    expect((await batch()).mismatches).toMatchObject([{ code: 'mix_design_unfit' }]);
  });

  it('holds the strength of loads against the grade on their tickets, and counts how many reach it', async () => {
    await batch({ mixDesignNo: undefined });
    const { ticketNo } = (await issue()).tickets[0]!;
    now = new Date('2026-12-22T02:00:00Z');
    const measure = (strengthMpa: number, change: object = {}) =>
      laboratory().testStrength(desk.desk, desk.works.plantId, {
        ticketNo,
        ageDays: 28,
        strengthMpa,
        reportNo: 'QD-1',
        inspectorName: '周工',
        testedOn: '2026-12-21',
        ...change,
      });
    await measure(36.2);
    await measure(29.1);
    await measure(18, { ageDays: 7, testedOn: '2026-11-30' });

    const { rate, rules } = await look();

    expect(rate).toEqual({ judged: 2, passed: 1, passPct: 50 });
    expect(rules.targetPct).toBe(100);
    await expect(measure(30, { ticketNo: '20200101-0001' })).rejects.toMatchObject({
      code: 'TICKET_NOT_FOUND',
    });
    await expect(measure(30, { testedOn: '2027-01-05' })).rejects.toMatchObject({
      code: 'RECORD_IN_FUTURE',
    });
  });

  it('is shown to the authorities and to no other enterprise, and nobody rewrites it', async () => {
    await testLot();
    const seen = await module
      .get(LaboratoryQueries)
      .get(anAuthority('concrete_admin'), desk.works.plantId);
    expect(seen.lots).toMatchObject([{ lotNo: 'SN-0101', hasPassed: true }]);
    const other = await APlantDesk.open(module, database.dataSource.manager);
    const theirs = anEmployee(other.works.enterpriseId, 'plant_desk');

    await expect(
      module.get(LaboratoryQueries).get(theirs, desk.works.plantId),
    ).rejects.toMatchObject({ code: 'PLANT_NOT_FOUND' });
    await expect(
      database.dataSource
        .getRepository(MaterialLotEntity)
        .update({ plantId: desk.works.plantId }, { hasPassed: true }),
    ).rejects.toThrow('only added');
  });
});
