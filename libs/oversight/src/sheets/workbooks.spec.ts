import ExcelJS from 'exceljs';
import type { DeclaredTripExportRow } from '../data/declared-trip.repository.js';
import { writeDeclaredTrips } from './write-declared-trips.js';
import { writeFigures } from './write-figures.js';

const DAYS = { from: '2026-11-22', to: '2026-11-23' };

async function rowsIn(file: Buffer): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  const rows: unknown[][] = [];
  workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

const aTrip = (change: Partial<DeclaredTripExportRow> = {}): DeclaredTripExportRow => ({
  enterpriseName: '滨江商砼',
  tripNo: 'YC-1',
  plantName: '一站',
  plateNo: '浙A12345',
  siteName: '江南大道',
  grade: 'C30',
  m3: 11.5,
  leftPlantAt: new Date('2026-11-22T16:05:00Z'),
  dischargedAt: null,
  declaredAt: new Date('2026-11-23T01:00:00Z'),
  ...change,
});

describe('the workbook of declared trips', () => {
  it('has Chinese headers and times as local people write them', async () => {
    const [heading, header, first] = await rowsIn(
      await writeDeclaredTrips([aTrip()], DAYS, 'Asia/Shanghai'),
    );

    expect(heading).toEqual(['企业申报运次 2026-11-22 至 2026-11-23']);
    expect(header).toContain('离站时间 Left plant');
    expect(first).toEqual([
      '滨江商砼',
      'YC-1',
      '一站',
      '浙A12345',
      '江南大道',
      'C30',
      11.5,
      '2026-11-23 00:05',
      undefined,
      '2026-11-23 09:00',
    ]);
  });

  it('keeps text that looks like a formula as text', async () => {
    const rows = await rowsIn(
      await writeDeclaredTrips([aTrip({ siteName: '=1+1' })], DAYS, 'Asia/Shanghai'),
    );

    expect(rows[2]![4]).toBe('=1+1');
  });

  it('holds every row of a long list', async () => {
    const trips = Array.from({ length: 1_001 }, (_, n) => aTrip({ tripNo: `YC-${n}` }));
    const rows = await rowsIn(await writeDeclaredTrips(trips, DAYS, 'Asia/Shanghai'));

    expect(rows).toHaveLength(1_003);
    expect(rows.at(-1)![1]).toBe('YC-1000');
  });
});

describe('the workbook of figures', () => {
  type Figures = Parameters<typeof writeFigures>[0];
  const figures = (change: Partial<Figures['enterprises'][number]> = {}): Figures => ({
    planM3: 121_643.8,
    enterprises: [
      {
        enterpriseId: 'a',
        name: '滨江商砼',
        district: '滨江',
        mode: 'declared',
        creditGrade: null,
        isBarred: false,
        plants: 1,
        lines: 2,
        designM3PerYear: 365_000,
        mixers: 10,
        pumps: 2,
        registeredVehicles: 9,
        vehiclesWithPass: 6,
        vehiclesHeard: 8,
        drivers: 12,
        trainedDrivers: 11,
        trips: 10,
        m3: 100.4,
        declaredTrips: 30,
        declaredM3: 300,
        alerts: { overspeed: 2 },
        ...change,
      },
    ],
  });
  const sheetOf = async (written: Figures) => {
    const [heading, header, line] = await rowsIn(await writeFigures(written, DAYS));
    const valueOf = (title: string) =>
      line![header!.findIndex((one) => `${one}`.startsWith(title))];
    return { heading: heading![0], header: header!, valueOf };
  };

  it('has a line for each enterprise, with sums of planned and declared trips', async () => {
    const { valueOf } = await sheetOf(figures());

    expect(valueOf('接入方式')).toBe('企业申报');
    expect([valueOf('运次'), valueOf('方量'), valueOf('每千运次报警')]).toEqual([40, 400, 50]);
  });

  it('tells alerts by kind, of the kinds that there were', async () => {
    const { header, valueOf } = await sheetOf(figures({ alerts: { overspeed: 2, no_pass: 3 } }));

    expect([valueOf('报警'), valueOf('超速'), valueOf('无通行证驶入')]).toEqual([5, 2, 3]);
    expect(header.filter((title) => `${title}`.startsWith('疲劳'))).toEqual([]);
  });

  it.each([
    { grade: 'basic' as const, isBarred: false, shown: '基本合格' },
    { grade: 'failed' as const, isBarred: true, shown: '不合格（限制供应）' },
  ])('tells the credit grade: $shown', async ({ grade, isBarred, shown }) => {
    const { valueOf } = await sheetOf(figures({ creditGrade: grade, isBarred }));

    expect(valueOf('信用等级')).toBe(shown);
  });

  it('tells the city’s plan for the days, where there is one', async () => {
    expect((await sheetOf(figures())).heading).toContain('全市同期计划 City plan 121644 m³');
    expect((await sheetOf({ ...figures(), planM3: null })).heading).toBe(
      '预拌混凝土企业台账 2026-11-22 至 2026-11-23',
    );
  });
});
