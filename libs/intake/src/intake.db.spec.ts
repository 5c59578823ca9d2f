import type { ImportKind } from '@tongyun/contracts';
import {
  ComplianceModule,
  DecideRegistrationService,
  DrawZoneService,
  PassQueries,
} from '@tongyun/compliance';
import { CreateSiteService, DeliveriesModule, OrderQueries } from '@tongyun/deliveries';
import {
  CreateEnterpriseService,
  CreatePlantService,
  CreateVehicleService,
  DriverQueries,
  EnterpriseQueries,
  FleetModule,
  PlantQueries,
  TerminalQueries,
  VehicleQueries,
} from '@tongyun/fleet';
import { toWgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  DomainError,
  type EnterpriseId,
  type ImportId,
  newId,
} from '@tongyun/kernel';
import { DeclaredTripQueries } from '@tongyun/oversight';
import { SettingsModule } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { aMixer, aPlate } from '../../../test/support/a-mixer.js';
import { askForRegistrationAlone } from '../../../test/support/ask-for-registration-alone.js';
import { aSite } from '../../../test/support/concrete-works.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { CheckRowsService } from './check-rows.service.js';
import { INTAKE_SETTINGS } from './files/table-reader.js';
import { ImportQueries } from './import-queries.service.js';
import { ImportRowsService } from './import-rows.service.js';
import { IntakeModule } from './intake.module.js';
import { TakeFileService } from './take-file.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const page = { limit: 200 };

const refusalOf = async (act: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof DomainError ? { code: error.code, ...error.details } : error;
};

describe('files of rows', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let enterpriseId: EnterpriseId;

  beforeAll(async () => {
    database = await openTestDatabase();
    const settings = SettingsModule.with([{ provide: INTAKE_SETTINGS, useValue: { threads: 0 } }]);
    module = await openTestModule(
      database,
      [
        settings,
        RoutingModule.with({}),
        FleetModule,
        ComplianceModule,
        DeliveriesModule,
        IntakeModule,
      ],
      {
        now: () => now,
      },
    );
    const enterprise = await module
      .get(CreateEnterpriseService)
      .create(admin, { name: '滨江商砼', shortName: '滨砼', district: '滨江', mode: 'dispatch' });
    enterpriseId = enterprise.id;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const take = (kind: ImportKind, lines: readonly string[], scope: AccessScope = admin) =>
    module
      .get(TakeFileService)
      .take(scope, { kind, fileName: 'a.csv' }, Buffer.from(lines.join('\n')));
  const check = (id: ImportId, from = 0, scope: AccessScope = admin) =>
    module.get(CheckRowsService).check(scope, id, from);
  const enter = (id: ImportId, scope: AccessScope = admin) =>
    module.get(ImportRowsService).import(scope, id);
  const platesOf = async () =>
    (await module.get(VehicleQueries).list(admin, page)).map(({ plateNo }) => plateNo);

  it('enter what their rows name, and each row once', async () => {
    const [first, second] = [aPlate(), aPlate()];
    const file = await take('vehicles', [
      '车辆类型,车牌号,车牌颜色,企业名称,搅拌筒容量（立方米）',
      `搅拌车,${first},黄色,滨砼,12`,
      `mixer,${second},yellow,滨江商砼,10`,
    ]);

    expect(await check(file.id)).toMatchObject({ checkedRows: 2, rowCount: 2, bad: [] });
    expect(await platesOf()).not.toContain(first);
    expect(await enter(file.id)).toMatchObject({ state: 'imported', importedAt: now });
    expect(await platesOf()).toEqual(expect.arrayContaining([first, second]));
    expect(await refusalOf(enter(file.id))).toMatchObject({ code: 'IMPORT_DONE_ALREADY' });
    expect(await refusalOf(check(file.id))).toMatchObject({ code: 'IMPORT_DONE_ALREADY' });
  });

  it('list every faulty cell with its reason in both languages, and change nothing', async () => {
    const taken = aMixer({ ownerEnterpriseId: enterpriseId });
    await module.get(CreateVehicleService).create(admin, taken);
    const twice = aPlate();
    const before = await platesOf();
    const file = await take('vehicles', [
      '车辆类型,车牌号,车牌颜色,设备编号,企业名称,搅拌筒容量（立方米）',
      `搅拌车,${taken.plateNo},黄色,,滨砼,12`,
      `搅拌车,${twice},黄色,,滨砼,99`,
      `搅拌车,${aPlate()},黄色,,没有的企业,12`,
      `搅拌车,${aPlate()},黄色,,滨砼,`,
      `三轮车,浙AI2345,紫色,,滨砼,12`,
      `搅拌车,浙A1234,黄色,,滨砼,12`,
      `拖泵,,,=1+1,滨砼,`,
      `搅拌车,${twice},黄色,,滨砼,12`,
    ]);

    const { bad, checkedRows } = await check(file.id);

    expect(checkedRows).toBe(8);
    expect(
      bad.map(({ rowNo, faults }) => [
        rowNo,
        ...faults.map(({ column, code }) => `${column?.name ?? 'row'} ${code}`),
      ]),
    ).toEqual([
      [2, 'plateNo PLATE_TAKEN'],
      [3, 'drumCapacityM3 INVALID_REQUEST'],
      [4, 'enterprise ENTERPRISE_NOT_FOUND'],
      [5, 'drumCapacityM3 INVALID_REQUEST'],
      [6, 'kind CELL_INVALID', 'plateColor CELL_INVALID'],
      [7, 'plateNo INVALID_REQUEST'],
      [8, 'equipmentNo FORMULA'],
      [9, 'row REPEATED'],
    ]);
    expect(bad[0]!.faults[0]!.reason).toEqual({
      zh: '该车牌已登记在另一辆车上',
      en: 'another vehicle carries this plate',
    });
    expect(bad[7]!.faults[0]!.reason.zh).toBe('与第 3 行重复');
    expect(await platesOf()).toEqual(before);
  });

  it('enter nothing when a single row cannot be entered', async () => {
    const [good, late] = [aPlate(), aMixer({ ownerEnterpriseId: enterpriseId })];
    const file = await take('vehicles', [
      'kind,plateNo,plateColor,drumCapacityM3,enterprise',
      `mixer,${good},yellow,12,滨砼`,
      `mixer,${late.plateNo},yellow,12,滨砼`,
    ]);
    expect(await check(file.id)).toMatchObject({ bad: [] });
    await module.get(CreateVehicleService).create(admin, late); // after the check

    expect(await refusalOf(enter(file.id))).toMatchObject({
      code: 'IMPORT_ROW_REFUSED',
      rowNo: 3,
      cause: 'PLATE_TAKEN',
      value: late.plateNo,
    });
    expect(await platesOf()).not.toContain(good);
    expect(await module.get(ImportQueries).get(admin, file.id)).toMatchObject({ state: 'taken' });
  });

  it('are checked in parts, and their progress is told', async () => {
    const lines = Array.from(
      { length: 205 },
      (_, n) => `滨砼,张三${n},139${String(n).padStart(8, '0')}`,
    );
    const file = await take('drivers', ['企业名称,姓名,手机号', ...lines]);
    const seen: number[] = [];
    for (let from = 0; from < file.rowCount; from = seen.at(-1)!) {
      seen.push((await check(file.id, from)).checkedRows);
    }

    expect(seen).toEqual([200, 205]);
    await enter(file.id);
    expect(await module.get(DriverQueries).ofEnterprise(admin, enterpriseId)).toHaveLength(205);
    expect(module.get(ImportRowsService).enteredRows(file.id)).toBeNull();
  });

  it('state the datum of positions, which are converted once', async () => {
    const header = '企业名称,站名,经度,纬度,坐标系,资质证书号';
    const silent = await take('plants', [header, '滨砼,一站,120.21,30.21,,']);
    expect((await check(silent.id)).bad).toMatchObject([
      { rowNo: 2, faults: [{ code: 'IMPORT_CRS_REQUIRED', column: { name: 'crs' } }] },
    ]);

    const file = await module
      .get(TakeFileService)
      .take(
        admin,
        { kind: 'plants', fileName: 'a.csv', crs: 'gcj02' },
        Buffer.from(
          [header, '滨砼,一站,120.21,30.21,,', '滨砼,二站,120.21,30.21,WGS-84,HZ-2'].join('\n'),
        ),
      );
    const { places, bad } = await check(file.id);
    await enter(file.id);
    const plants = await module.get(PlantQueries).ofEnterprise(admin, enterpriseId);

    expect(bad).toEqual([]);
    expect(plants.map(({ licenceState }) => licenceState)).toEqual(['unlicensed', 'licensed']);
    // GCJ-02 lies about 450 m east and 260 m south of WGS-84 here (docs/units-and-datums.md).
    expect(places[0]!.position.lng).toBeCloseTo(120.2053, 3);
    expect(places[0]!.position.lat).toBeCloseTo(30.2123, 3);
    expect(places[1]!.position).toMatchObject({ lng: 120.21, lat: 30.21 });
    for (const [n, { position }] of places.entries()) {
      expect(plants[n]!.position.lng).toBeCloseTo(position.lng, 8);
      expect(plants[n]!.position.lat).toBeCloseTo(position.lat, 8);
    }
  });

  it('say at which plant of its enterprise a vehicle begins its days', async () => {
    const { id: owner } = await module
      .get(CreateEnterpriseService)
      .create(admin, { name: '瓜沥商砼', shortName: '瓜砼', district: '萧山', mode: 'dispatch' });
    const plant = await module.get(CreatePlantService).create(admin, {
      enterpriseId: owner,
      name: '瓜沥站',
      position: { lng: 120.4, lat: 30.2, crs: 'wgs84' },
      fenceRadiusM: 200,
      licenceNo: null,
    });
    const [homed, free] = [aPlate(), aPlate()];
    const header = '车辆类型,车牌号,车牌颜色,企业名称,搅拌筒容量（立方米）,出车厂站';
    const rows = [`搅拌车,${homed},黄色,瓜砼,12,瓜沥站`, `搅拌车,${free},黄色,瓜砼,12,`];
    const faulty = await take('vehicles', [
      header,
      ...rows,
      `搅拌车,${aPlate()},黄色,瓜砼,12,没有的站`,
      `搅拌车,${aPlate()},黄色,滨砼,12,瓜沥站`,
      `搅拌车,${aPlate()},黄色,,12,瓜沥站`,
    ]);

    expect((await check(faulty.id)).bad).toMatchObject([
      {
        rowNo: 4,
        faults: [
          {
            code: 'PLANT_NOT_FOUND',
            column: { name: 'homePlant' },
            value: '没有的站',
            reason: {
              zh: '该企业没有这个名称的搅拌站',
              en: 'no plant of the enterprise has this name',
            },
          },
        ],
      },
      { rowNo: 5, faults: [{ code: 'PLANT_NOT_FOUND', column: { name: 'homePlant' } }] },
      { rowNo: 6, faults: [{ code: 'ENTERPRISE_REQUIRED', column: { name: 'enterprise' } }] },
    ]);
    await enter((await take('vehicles', [header, ...rows])).id);

    const queries = module.get(VehicleQueries);
    const vehicles = await queries.list(admin, page);
    const idOf = (plate: string) => vehicles.find(({ plateNo }) => plateNo === plate)!.id;
    expect(await queries.homesOf(owner, [idOf(homed), idOf(free)])).toEqual([
      expect.objectContaining({
        vehicleId: idOf(homed),
        homePlantId: plant.id,
        endPlantId: null,
        statedBy: admin.userId,
      }),
    ]);
  });

  it('put terminals on vehicles, also those that have not called yet', async () => {
    const mixer = aMixer({ ownerEnterpriseId: enterpriseId });
    const { id } = await module.get(CreateVehicleService).create(admin, mixer);
    const file = await take('terminals', ['终端手机号,车牌号', `013912345678,${mixer.plateNo}`]);
    await enter(file.id);

    const terminalOf = await module.get(TerminalQueries).ofVehicles([id]);
    const [found] = await module.get(TerminalQueries).list(admin, page);
    expect(found!.terminal).toMatchObject({ phone: '013912345678', state: 'bound' });
    expect(terminalOf.get(id)).toBe(found!.terminal.id);
  });

  it('issue passes to registered vehicles for zones by their names', async () => {
    await drawZone();
    const mixer = aMixer({ ownerEnterpriseId: enterpriseId });
    const { id } = await module.get(CreateVehicleService).create(admin, mixer);
    const file = await take('passes', [
      '车牌号,车牌颜色,通行区域,通行时段,有效期起,有效期止,核发事由',
      `${mixer.plateNo},黄色,主城建成区,1-5 09:00-16:00,2026-12-01,2026-12-31,月度核发`,
    ]);
    const unregistered = await check(file.id);
    expect(unregistered.bad[0]!.faults[0]!.reason.zh).toBe('车辆尚未备案，不能核发通行证');

    await register(id);
    const silent = await check(file.id);
    expect(silent.bad[0]!.faults[0]!.reason.zh).toBe('车载终端近期未上线');
    await askForRegistrationAlone(module, now);
    await enter(file.id);

    const [pass] = await module.get(PassQueries).list(admin, { ...page, vehicleId: id });
    expect(pass).toMatchObject({
      hours: [{ weekdays: [1, 2, 3, 4, 5], fromMin: 540, toMin: 960 }],
      validFrom: new Date('2026-11-30T16:00:00Z'),
      validTo: new Date('2026-12-31T16:00:00Z'),
    });
  });

  it('issue no pass for a period that policy does not give, and say why in the cell', async () => {
    await drawZone();
    const mixer = aMixer({ ownerEnterpriseId: enterpriseId });
    const { id } = await module.get(CreateVehicleService).create(admin, mixer);
    await register(id);
    await askForRegistrationAlone(module, now);
    const periods = [
      ['2026-12-31', '2026-12-01'],
      ['2026-12-01', '2060-12-31'],
      ['2020-01-01', '2020-01-31'],
    ];
    const file = await take('passes', [
      '车牌号,车牌颜色,通行区域,有效期起,有效期止,核发事由',
      ...periods.map((days) => [mixer.plateNo, '黄色', '主城建成区', ...days, '核发'].join(',')),
    ]);

    const { bad } = await check(file.id);

    expect(bad.map(({ faults: [fault] }) => [fault!.column?.name, fault!.reason])).toEqual([
      ['validTo', { zh: '截止日早于起始日', en: 'lies before the first day' }],
      [
        'validTo',
        { zh: '有效期超过允许的最长天数', en: 'is later than the longest period allows' },
      ],
      ['validTo', { zh: '有效期已过', en: 'lies in the past' }],
    ]);
  });

  it('issue passes for roads by name and for those that they prescribe, moved once', async () => {
    await drawZone('主城建成区，含西溪路');
    const mixer = aMixer({ ownerEnterpriseId: enterpriseId });
    const { id } = await module.get(CreateVehicleService).create(admin, mixer);
    await register(id);
    await askForRegistrationAlone(module, now);
    const header = '车牌号,车牌颜色,通行区域,通行道路,规定路线,坐标系,有效期起,有效期止,核发事由';
    const row = (routes: string, crs: string) =>
      `${mixer.plateNo},黄色,主城建成区，含西溪路,天目山路、莫干山路,"${routes}",${crs},2026-12-01,2026-12-31,月度核发`;
    const line = '天目山路: 120.02 30.01, 120.08 30.02';
    const faultOf = async (routes: string, crs: string) => {
      const file = await take('passes', [header, row(routes, crs)]);
      const [fault] = (await check(file.id)).bad[0]!.faults;
      return [fault!.code, fault!.column?.name];
    };
    expect(await faultOf(line, '')).toEqual(['IMPORT_CRS_REQUIRED', 'crs']);
    expect(await faultOf('天目山路', 'GCJ-02')).toEqual(['INVALID_REQUEST', 'routes']);
    expect(await faultOf('海边: 122.02 30.01, 122.08 30.02', 'GCJ-02')).toEqual([
      'PASS_ROUTE_OUTSIDE_ZONES',
      'routes',
    ]);

    const far = await take('passes', [header, row('天边: 199 99, 120.02 30.01', 'GCJ-02')]);
    expect((await check(far.id)).places).toHaveLength(1);

    const unread = await take('passes', [
      `${header},通行时段`,
      `${row('天目山路', 'GCJ-02')},25:00-26:00`.replace('黄色', '黄牌'),
    ]);
    const [bad] = (await check(unread.id)).bad;
    expect(bad!.faults.map(({ column }) => column?.name)).toEqual(['hours', 'routes']);

    const file = await take('passes', [header, row(line, 'GCJ-02')]);
    const { places } = await check(file.id);
    await enter(file.id);

    const [pass] = await module.get(PassQueries).list(admin, { ...page, vehicleId: id });
    expect(pass).toMatchObject({ roads: ['天目山路', '莫干山路'], routes: [{ name: '天目山路' }] });
    const [from] = pass!.routes[0]!.path;
    const wgs84 = toWgs84({ lng: 120.02, lat: 30.01 }, 'gcj02');
    expect(from).toEqual([wgs84.lng, wgs84.lat]);
    expect(places).toMatchObject([{ name: '天目山路', position: wgs84 }, { name: '天目山路' }]);
  });

  it('declare trips of an enterprise that plans elsewhere, times read as the city’s', async () => {
    const { id } = await module
      .get(CreateEnterpriseService)
      .create(admin, { name: '萧山商砼', shortName: '萧砼', district: '萧山', mode: 'declared' });
    const manager = anEmployee(id, 'enterprise_manager');
    await module.get(CreatePlantService).create(admin, {
      enterpriseId: id,
      name: '北站',
      position: { lng: 120.2, lat: 30.2, crs: 'wgs84' },
      fenceRadiusM: 200,
      licenceNo: null,
    });
    const mixer = aMixer({ ownerEnterpriseId: id });
    await module.get(CreateVehicleService).create(manager, mixer);
    const header = '运次编号,站名,车牌号,车牌颜色,工地,强度等级,方量（立方米）,离站时间,卸完时间';
    const row = (no: string, plant: string, left: string) =>
      `${no},${plant},${mixer.plateNo},黄色,江南大道,C30,11.5,${left},`;
    const faulty = await take(
      'trips',
      [header, row('YC-1', '南站', '2026-11-23 08:30'), row('YC-2', '北站', '昨天')],
      manager,
    );
    expect((await check(faulty.id, 0, manager)).bad).toMatchObject([
      { rowNo: 2, faults: [{ code: 'PLANT_NOT_FOUND', column: { name: 'plant' } }] },
      { rowNo: 3, faults: [{ code: 'CELL_INVALID', column: { name: 'leftPlantAt' } }] },
    ]);

    const file = await take('trips', [header, row('YC-1', '北站', '2026/11/23 8:30')], manager);
    await enter(file.id, manager);

    expect(await module.get(DeclaredTripQueries).list(manager, page)).toMatchObject([
      { tripNo: 'YC-1', m3: 11.5, leftPlantAt: new Date('2026-11-23T00:30:00Z') },
    ]);
  });

  it('take orders for sites that are entered, and give each bad row its reason', async () => {
    const { id: owner } = await module
      .get(CreateEnterpriseService)
      .create(admin, { name: '宁围商砼', shortName: '宁砼', district: '萧山', mode: 'dispatch' });
    const dispatcher = anEmployee(owner);
    await module.get(CreateVehicleService).create(admin, aMixer({ ownerEnterpriseId: owner }));
    await module.get(CreatePlantService).create(admin, {
      enterpriseId: owner,
      name: '宁围站',
      position: { lng: 120.3, lat: 30.23, crs: 'wgs84' },
      fenceRadiusM: 200,
      licenceNo: 'HZ-3',
    });
    for (const name of ['一号楼', '二号楼', '二号楼']) {
      await module
        .get(CreateSiteService)
        .create(dispatcher, aSite({ enterpriseId: owner }, { name }));
    }
    const orders = () => module.get(OrderQueries).list(dispatcher, page);
    const header =
      '工地,站名,强度等级,坍落度（毫米）,计划方量（立方米）,供应速度（立方米/小时）,首车到场时间,浇筑部位,浇筑方式,臂长要求（米）,部位类型,最长间隔（分钟）,自卸车位数';
    const good = '一号楼,宁围站,C30,180,30,36,2026-12-01 08:30,三层梁板,泵送,37,梁板,90,';
    const byChute = '一号楼,宁围站,C30,180,30,36,2026-12-02 08:30,底板,自卸,,,,2';
    const file = await take(
      'orders',
      [
        header,
        good,
        '三号楼,宁围站,C30,180,30,36,2026-12-01 09:00,底板,自卸,',
        '二号楼,宁围站,C30,180,30,36,2026-12-01 09:00,底板,自卸,',
        '一号楼,宁围站,C99,180,30,36,2026-12-01 09:00,底板,自卸,',
        '一号楼,宁围站,C30,180,30,36,2026-11-01 09:00,底板,自卸,',
        '一号楼,没有的站,C30,180,30,36,2026-12-01 09:00,墙,倒入,',
        good,
        byChute,
        '一号楼,宁围站,C30,180,30,36,2026-12-02 08:30,墙,自卸,,,,7',
        '一号楼,宁围站,C30,180,30,36,2026-12-02 08:30,柱,泵送,37,,,2',
      ],
      dispatcher,
    );

    const { bad } = await check(file.id, 0, dispatcher);

    expect(
      bad.map(({ rowNo, faults }) => [
        rowNo,
        ...faults.map(({ column, code }) => `${column?.name ?? 'row'} ${code}`),
      ]),
    ).toEqual([
      [3, 'site SITE_NOT_FOUND'],
      [4, 'site SITE_AMBIGUOUS'],
      [5, 'grade INVALID_REQUEST'],
      [6, 'firstOnSiteAt ORDER_TIME_PAST'],
      [7, 'placingMethod CELL_INVALID'],
      [8, 'row REPEATED'],
      [10, 'placesAtSite INVALID_REQUEST'],
      [11, 'placesAtSite INVALID_REQUEST'],
    ]);
    expect(bad[7]!.faults[0]!.reason).toEqual({
      zh: '应为 1 到 6 的整数，仅限自卸（泵送时一台泵一个车位）',
      en: 'must be a whole number from 1 to 6, and by chute only (each pump is a place of its own)',
    });
    expect(bad[3]!.faults[0]!.reason).toEqual({
      zh: '首车到场时间已过',
      en: 'lies in the past',
    });
    expect(await refusalOf(enter(file.id, dispatcher))).toMatchObject({
      code: 'IMPORT_ROW_REFUSED',
      rowNo: 3,
    });
    expect(await orders()).toEqual([]);

    const corrected = await take('orders', [header, good, byChute], dispatcher);
    await enter(corrected.id, dispatcher);
    expect(await orders()).toMatchObject([
      { pourLocation: '底板', isPumpNeeded: false, placesAtSite: 2, state: 'firm' },
      {
        siteName: '一号楼',
        grade: 'C30',
        plannedM3: 30,
        isPumpNeeded: true,
        pumpReachM: 37,
        pourKind: 'slab',
        gapMaxMin: 90,
        retarderMin: null,
        placesAtSite: null,
        firstOnSiteAt: new Date('2026-12-01T00:30:00Z'),
        state: 'firm',
      },
    ]);
  });

  it('are for those who may enter one such row by hand, and rows for those whose they are', async () => {
    const other = newId<EnterpriseId>();
    const dispatcher = anEmployee(enterpriseId);
    const stranger = anEmployee(other);
    const row = ['企业名称,姓名,手机号', '滨江商砼,李四,13700000001'];

    expect(await refusalOf(take('enterprises', ['a'], dispatcher))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const foreign = await take('drivers', row, stranger);
    expect((await check(foreign.id, 0, stranger)).bad).toMatchObject([
      { faults: [{ code: 'ENTERPRISE_NOT_FOUND' }] },
    ]);
    const own = await take('drivers', ['姓名,手机号', '李四,13700000001'], dispatcher);
    await enter(own.id, dispatcher);
    expect(await module.get(EnterpriseQueries).idsSeenBy(dispatcher)).toEqual([enterpriseId]);
    expect(await refusalOf(check(own.id, 0, stranger))).toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  });

  it.each([
    { lines: ['姓名,年龄', '张三,40'], code: 'IMPORT_HEADER_WRONG', why: 'an unknown column' },
    { lines: ['姓名', '张三'], code: 'IMPORT_HEADER_WRONG', why: 'a column that is missing' },
    { lines: ['姓名,手机号', 'Name*,Mobile*'], code: 'IMPORT_EMPTY', why: 'no rows' },
    { lines: [''], code: 'IMPORT_HEADER_WRONG', why: 'nothing at all' },
  ])('are refused as $code for $why', async ({ lines, code }) => {
    expect(await refusalOf(take('drivers', lines))).toMatchObject({ code });
  });

  const drawZone = (name = '主城建成区') => {
    const corners: [number, number][] = [
      [120, 30],
      [120.1, 30],
      [120.1, 30.1],
      [120, 30],
    ];
    return module.get(DrawZoneService).draw(admin, null, {
      kind: 'built_up',
      name,
      crs: 'wgs84',
      area: { type: 'MultiPolygon', coordinates: [[corners]] },
      hours: [],
      binds: ['mixer'],
      effectiveFrom: now,
      reason: '城市通告',
    });
  };

  const register = async (id: Parameters<DecideRegistrationService['decide']>[1]) => {
    const decide = module.get(DecideRegistrationService);
    const by = {
      submitted: anEmployee(enterpriseId, 'enterprise_manager'),
      district_reviewed: anAuthority('district_bureau', { district: '滨江' }),
      registered: admin,
    };
    for (const state of ['submitted', 'district_reviewed', 'registered'] as const) {
      await decide.decide(by[state], id, { state, reason: '材料齐全' }, '*');
    }
  };
});
