import { alertCode, type AlertCode } from '@tongyun/contracts';
import type { CityFigures } from '../city-queries.service.js';
import type { Days } from '../rules/city-period.js';
import { ALERT_TITLES } from './alert-titles.js';
import { type SheetColumn, writeWorkbook } from './write-workbook.js';

type Row = CityFigures['enterprises'][number];

const MODES = { dispatch: '平台调度', declared: '企业申报', tracked: '仅定位' } as const;
const GRADES = {
  excellent: '优秀',
  good: '良好',
  qualified: '合格',
  basic: '基本合格',
  failed: '不合格',
} as const;
const gradeOf = ({ creditGrade, isBarred }: Row): string =>
  `${creditGrade === null ? '' : GRADES[creditGrade]}${isBarred ? '（限制供应）' : ''}`;
const alertsOf = ({ alerts }: Row): number =>
  Object.values(alerts).reduce((sum, count) => sum + count, 0);
const tripsOf = ({ trips, declaredTrips }: Row): number => trips + declaredTrips;

const COLUMNS: readonly SheetColumn<Row>[] = [
  { title: '区县 District', width: 12, valueOf: ({ district }) => district },
  { title: '企业 Enterprise', width: 34, valueOf: ({ name }) => name },
  { title: '接入方式 Mode', width: 14, valueOf: ({ mode }) => MODES[mode] },
  { title: '信用等级 Credit grade', width: 16, valueOf: gradeOf },
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

/** One for each kind of alert that any of them had. */
const alertColumns = (rows: readonly Row[]): SheetColumn<Row>[] =>
  alertCode.options
    .filter((code) => rows.some(({ alerts }) => (alerts[code] ?? 0) > 0))
    .map((code: AlertCode) => ({
      title: ALERT_TITLES[code],
      width: 18,
      valueOf: ({ alerts }) => alerts[code] ?? 0,
    }));

/** The figures of the enterprises, one a row, under the city's plan for the days. */
export const writeFigures = (
  { enterprises, planM3 }: Pick<CityFigures, 'enterprises' | 'planM3'>,
  { from, to }: Days,
): Promise<Buffer> =>
  writeWorkbook({
    name: '台账',
    heading: `预拌混凝土企业台账 ${from} 至 ${to}${planText(planM3)}`,
    columns: [...COLUMNS, ...alertColumns(enterprises)],
    rows: enterprises,
  });

const planText = (planM3: number | null): string =>
  planM3 === null ? '' : ` · 全市同期计划 City plan ${Math.round(planM3)} m³`;
