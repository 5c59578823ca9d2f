import type { CityFigures } from './city-queries.service.js';

type Row = CityFigures['enterprises'][number];

interface LedgerColumn {
  readonly title: string;
  readonly valueOf: (row: Row) => string | number;
}

const MODES = { dispatch: '平台调度', declared: '企业申报', tracked: '仅定位' } as const;
const alertsOf = ({ alerts }: Row): number =>
  Object.values(alerts).reduce((sum, count) => sum + count, 0);
const tripsOf = ({ trips, declaredTrips }: Row): number => trips + declaredTrips;

const COLUMNS: readonly LedgerColumn[] = [
  { title: '区县 District', valueOf: ({ district }) => district },
  { title: '企业 Enterprise', valueOf: ({ name }) => name },
  { title: '接入方式 Mode', valueOf: ({ mode }) => MODES[mode] },
  { title: '搅拌车 Mixers', valueOf: ({ mixers }) => mixers },
  { title: '泵车 Pumps', valueOf: ({ pumps }) => pumps },
  { title: '已备案 Registered', valueOf: (row) => row.registeredVehicles },
  { title: '有效通行证 With pass', valueOf: (row) => row.vehiclesWithPass },
  { title: '24 小时内有定位 Heard', valueOf: (row) => row.vehiclesHeard },
  { title: '驾驶员 Drivers', valueOf: ({ drivers }) => drivers },
  { title: '培训合格 Trained', valueOf: (row) => row.trainedDrivers },
  { title: '运次 Trips', valueOf: tripsOf },
  { title: '其中申报 Declared', valueOf: (row) => row.declaredTrips },
  { title: '方量 m³', valueOf: ({ m3, declaredM3 }) => Math.round(m3 + declaredM3) },
  { title: '设计产能（年）m³/a', valueOf: (row) => Math.round(row.designM3PerYear) },
  { title: '告警 Alerts', valueOf: alertsOf },
  {
    title: '每千运次告警 Alerts per 1,000 trips',

    valueOf: (row) =>
      tripsOf(row) === 0 ? '' : Math.round((alertsOf(row) / tripsOf(row)) * 1_000),
  },
];

/** The figures of the enterprises as CSV, with the mark by which Excel knows UTF-8. */
export const writeLedger = ({ enterprises }: CityFigures): Buffer => {
  const titles = COLUMNS.map(({ title }) => title);
  const rows = enterprises.map((row) => COLUMNS.map(({ valueOf }) => valueOf(row)));
  return Buffer.from(`\uFEFF${[titles, ...rows].map(csvLine).join('')}`);
};

const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/** Text that a spreadsheet would run is marked as text. */
const csvCell = (cell: string | number): string => {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=@+\-\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
