import { ComplianceModule } from '@tongyun/compliance';
import { RoadPassEntity } from '@tongyun/compliance/data';
import type { LedgerKind } from '@tongyun/contracts';
import { LedgerEntryEntity, LedgerWithdrawalEntity } from '@tongyun/credit/data';
import { SiteEntity, TripEntity } from '@tongyun/deliveries/data';
import { AgreeUseService, FleetModule } from '@tongyun/fleet';
import { EnterpriseEntity, type VehicleEntity } from '@tongyun/fleet/data';
import { wgs84 } from '@tongyun/geo';
import {
  addMinutes,
  newId,
  type PassId,
  type SiteId,
  SYSTEM_SCOPE,
  type TripId,
  type UserId,
} from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { DeclaredTripEntity } from './data/declared-trip.entity.js';
import { EnterpriseLedgerQueries } from './enterprise-ledger-queries.service.js';
import { OversightModule } from './oversight.module.js';

// 10:00 of a Monday in Shanghai.
const now = new Date('2026-11-23T02:00:00Z');
const TODAY = { from: '2026-11-23', to: '2026-11-23' };
const commission = anAuthority('commission');

describe('the ledger of an enterprise', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let mixer: VehicleEntity;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule, ComplianceModule, OversightModule], {
      now: () => now,
    });
    works = await buildWorks(database.dataSource.manager);
    mixer = await works.addMixer();
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const ledger = (days = TODAY, scope = commission) =>
    module.get(EnterpriseLedgerQueries).of(scope, works.enterpriseId, days);
  const addPass = (passNo: string, validFrom: Date, validTo: Date, of = mixer) =>
    database.dataSource.manager.insert(RoadPassEntity, {
      id: newId<PassId>(),
      passNo,
      vehicleId: of.id,
      zoneIds: [],
      hours: [],
      validFrom,
      validTo,
      issuingBody: 'traffic_police',
      state: 'valid',
      issuedBy: newId<UserId>(),
      issuedAt: validFrom,
    });
  const addEntry = async (
    kind: LedgerKind,
    occurredAt: Date,
    personName: string | null = null,
    site: { siteId?: SiteId; siteName?: string } = {},
  ) => {
    const row = {
      id: newId<string>(),
      enterpriseId: works.enterpriseId,
      kind,
      occurredAt,
      title: `${kind} ${personName}`,
      content: '',
      personName,
      photoUrls: [],
      vehicleId: null,
      siteId: null,
      ...site,
      isEvidence: false,
      recordedBy: newId<UserId>(),
      recordedAt: occurredAt,
    };
    await database.dataSource.manager.insert(LedgerEntryEntity, row);
    return row;
  };
  const addTrip = (unloadEndAt: Date) =>
    database.dataSource.manager.insert(TripEntity, {
      id: newId<TripId>(),
      assignmentId: newId(),
      enterpriseId: works.enterpriseId,
      orderId: newId(),
      loadId: newId(),
      plantId: works.plantId,
      siteId: newId(),
      vehicleId: mixer.id,
      driverId: newId(),
      stage: 'back_at_plant',
      plannedM3: 12,
      batchedM3: 10,
      assignedAt: addMinutes(unloadEndAt, -200),
      startedAt: addMinutes(unloadEndAt, -180),
      unloadEndAt,
      endedAt: unloadEndAt,
      stageEvidence: {},
    });
  const addDeclaredTrip = (tripNo: string, leftPlantAt: Date, dischargedAt: Date | null) =>
    database.dataSource.manager.insert(DeclaredTripEntity, {
      id: newId<string>(),
      enterpriseId: works.enterpriseId,
      tripNo,
      plantId: works.plantId,
      vehicleId: mixer.id,
      siteName: '江南大道',
      grade: 'C30',
      m3: 8,
      leftPlantAt,
      dischargedAt,
      declaredBy: newId<UserId>(),
      declaredAt: now,
    });

  it('lists its vehicles, and passes and trips of the days asked for', async () => {
    await addPass('P-NOW', addMinutes(now, -9_000), addMinutes(now, 90_000));
    await addPass('P-PAST', addMinutes(now, -90_000), addMinutes(now, -9_000));
    await addTrip(addMinutes(now, -60));
    await addTrip(new Date('2026-11-22T15:59:00Z')); // a minute before midnight
    await addDeclaredTrip('YC-1', addMinutes(now, -30), null);

    const { vehicles, passes, trips, tripCount, m3 } = await ledger();

    expect(vehicles).toMatchObject([{ plateNo: mixer.plateNo, registrationState: 'registered' }]);
    expect(passes).toMatchObject([{ passNo: 'P-NOW', state: 'valid', plateNo: mixer.plateNo }]);
    expect(trips).toMatchObject([
      { m3: 10, isDeclared: false, plantName: '北站', plateNo: mixer.plateNo },
      { m3: 8, isDeclared: true, siteName: '江南大道', grade: 'C30' },
    ]);
    expect({ tripCount, m3 }).toEqual({ tripCount: 2, m3: 18 });
    expect(await ledger({ from: '2026-11-22', to: '2026-11-22' })).toMatchObject({
      tripCount: 1,
      m3: 10,
    });
  });

  it('lists and sums up a declared trip on the day of its discharge', async () => {
    const midnight = new Date('2026-11-25T16:00:00Z');
    const dischargedAt = addMinutes(midnight, 30);
    await addDeclaredTrip('YC-2', addMinutes(midnight, -30), dischargedAt);

    const [before, after] = ['2026-11-25', '2026-11-26'].map((on) => ({ from: on, to: on }));

    expect(await ledger(before)).toMatchObject({ trips: [], tripCount: 0, m3: 0 });
    expect(await ledger(after)).toMatchObject({
      trips: [{ at: dischargedAt, isDeclared: true }],
      tripCount: 1,
      m3: 8,
    });
  });

  it('names who answers for safety as of the last day, and what was recorded within', async () => {
    await addEntry('responsible_leader', addMinutes(now, -90_000), '王建国');
    await addEntry('responsible_leader', addMinutes(now, -50_000), '李强');
    await addEntry('safety_officer', addMinutes(now, 9_000), '赵敏');
    await addEntry('inspection', addMinutes(now, -60));

    expect(await ledger()).toMatchObject({
      responsibleLeader: '李强',
      safetyOfficer: null,
      entries: [{ kind: 'inspection' }],
    });
    expect(await ledger({ from: '2026-10-01', to: '2026-10-10' })).toMatchObject({
      responsibleLeader: '王建国',
      entries: [],
    });
  });

  it('lists what was withdrawn with the reason, and names nobody by it', async () => {
    const midnight = new Date('2026-11-27T16:00:00Z');
    const days = { from: '2026-11-28', to: '2026-11-28' };
    await addEntry('safety_officer', addMinutes(midnight, 60), '赵敏');
    const { id: entryId } = await addEntry('safety_officer', addMinutes(midnight, 90), '钱多');
    const decidedAt = addMinutes(midnight, 120);
    await database.dataSource.manager.insert(LedgerWithdrawalEntity, {
      id: newId<string>(),
      entryId,
      reason: '登记到了别的企业',
      decidedBy: newId<UserId>(),
      decidedAt,
    });

    expect(await ledger(days)).toMatchObject({
      safetyOfficer: '赵敏',
      entries: [
        { personName: '赵敏', withdrawnReason: null, withdrawnAt: null },
        { personName: '钱多', withdrawnReason: '登记到了别的企业', withdrawnAt: decidedAt },
      ],
    });
  });

  it('lists the vehicles of haulage firms that it uses, with their passes, as long as it does', async () => {
    const hauled = await works.addMixer({ ownerEnterpriseId: null, ownerName: '恒达运输' });
    const ofHauled = async () => {
      const { vehicles, passes } = await ledger();
      return {
        owners: vehicles.filter(({ vehicleId }) => vehicleId === hauled.id),
        passNos: passes.filter(({ plateNo }) => plateNo === hauled.plateNo),
      };
    };
    await addPass('P-HAULED', addMinutes(now, -60), addMinutes(now, 9_000), hauled);
    expect(await ofHauled()).toEqual({ owners: [], passNos: [] });
    await module.get(AgreeUseService).agree(SYSTEM_SCOPE, hauled.id, {
      enterpriseId: works.enterpriseId,
      kind: 'hired',
      validFrom: now,
      validTo: null,
    });

    expect(await ofHauled()).toMatchObject({
      owners: [{ ownerName: '恒达运输' }],
      passNos: [{ passNo: 'P-HAULED' }],
    });
  });

  it('says where a briefing was given: at a site of the product’s, or one in words', async () => {
    const midnight = new Date('2026-11-26T16:00:00Z');
    const siteId = newId<SiteId>();
    await database.dataSource.manager.insert(SiteEntity, {
      id: siteId,
      enterpriseId: works.enterpriseId,
      name: '江南大道站',
      projectName: '地铁六号线',
      contractor: '城建三公司',
      position: wgs84(120.2, 30.2),
      fenceRadiusM: 100,
      createdAt: now,
    });
    await addEntry('briefing', addMinutes(midnight, 60), '王师傅', { siteId });
    await addEntry('briefing', addMinutes(midnight, 90), '李师傅', { siteName: '之江路段' });

    const { entries } = await ledger({ from: '2026-11-27', to: '2026-11-27' });

    expect(entries.map(({ siteName }) => siteName)).toEqual(['江南大道站', '之江路段']);
  });

  it('is of a month at most, and of a bureau’s own district', async () => {
    await database.dataSource.manager.update(
      EnterpriseEntity,
      { id: works.enterpriseId },
      { district: '余杭' },
    );

    await expect(ledger({ from: '2026-10-01', to: '2026-11-01' })).rejects.toMatchObject({
      code: 'CITY_PERIOD_INVALID',
    });
    await expect(
      ledger(TODAY, anAuthority('district_bureau', { district: '萧山' })),
    ).rejects.toMatchObject({ code: 'ENTERPRISE_NOT_FOUND' });
    expect(await ledger(TODAY, anAuthority('district_bureau', { district: '余杭' }))).toMatchObject(
      {
        district: '余杭',
      },
    );
  });
});
