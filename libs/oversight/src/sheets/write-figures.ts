import type { CityFigures } from '../city-queries.service.js';
import type { Days } from '../rules/city-period.js';
import { type SheetColumn, writeWorkbook } from './write-workbook.js';

type Row = CityFigures['enterprises'][number];

const MODES = { dispatch: '平台调度', declared: '企业申报', tracked: '仅定位' } as const;
const alertsOf = ({ alerts }: Row): number =>
  Object.values(alerts).reduce((sum, count) => sum + count, 0);
const tripsOf = ({ trips, declaredTrips }: Row): number => trips + declaredTrips;

const COLUMNS: readonly SheetColumn<Row>[] = [
  { title: '区县 District', width: 12, valueOf: ({ district }) => district },
  { title: '企业 Enterprise', width: 34, valueOf: ({ name }) => name },
  { title: '接入方式 Mode', width: 14, valueOf: ({ mode }) => MODES[mode] },
  { title: '搅拌车 Mixers', width: 12, valueOf: ({ mixers }) => mixers },
  { title: '泵车 Pumps', width: 12, valueOf: ({ pumps }) => pumps },
  { title: '已备案 Registered', width: 14, valueOf: (row) => row.registeredVehicles },
  { title: '有效通行证 With pass', width: 18, valueOf: (row) => row.vehiclesWithPass },
  { title: '24 小时内有定位 Heard', width: 20, valueOf: (row) => row.vehiclesHeard },
  { title: '驾驶员 Drivers', width: 14, valueOf: ({ drivers }) => drivers },
  { title: '培训合格 Trained', width: 16, valueOf: (row) => row.trainedDrivers },
  { title: '运次 Trips', width: 10, valueOf: tripsOf },
  { title: '其中申报 Declared', width: 16, valueOf: (row) => row.declaredTrips },
  { title: '方量 m³', width: 12, valueOf: ({ m3, declaredM3 }) => Math.round(m3 + declaredM3) },
  { title: '设计产能（年）m³/a', width: 18, valueOf: (row) => Math.round(row.designM3PerYear) },
  { title: '报警 Alerts', width: 12, valueOf: alertsOf },
  {
    title: '每千运次报警 Alerts per 1,000 trips',
    width: 22,
    valueOf: (row) =>
      tripsOf(row) === 0 ? '' : Math.round((alertsOf(row) / tripsOf(row)) * 1_000),
  },
];

/** The figures of the enterprises, one a row. */
export const writeFigures = (
  { enterprises }: Pick<CityFigures, 'enterprises'>,
  { from, to }: Days,
): Promise<Buffer> =>
  writeWorkbook({
    name: '台账',
    heading: `预拌混凝土企业台账 ${from} 至 ${to}`,
    columns: COLUMNS,
    rows: enterprises,
  });
