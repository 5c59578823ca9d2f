import { localText } from '@tongyun/permission';
import type { DeclaredTripExportRow } from '../data/declared-trip.repository.js';
import type { Days } from '../rules/city-period.js';
import { writeWorkbook } from './write-workbook.js';

/** Declared trips in the order in which they left, times as the people of a time zone write them. */
export const writeDeclaredTrips = (
  rows: readonly DeclaredTripExportRow[],
  { from, to }: Days,
  timeZone: string,
): Promise<Buffer> =>
  writeWorkbook<DeclaredTripExportRow>({
    name: '申报运次',
    heading: `企业申报运次 ${from} 至 ${to}`,
    columns: [
      { title: '企业 Enterprise', width: 34, valueOf: ({ enterpriseName }) => enterpriseName },
      { title: '运次编号 Trip no.', width: 20, valueOf: ({ tripNo }) => tripNo },
      { title: '厂站 Plant', width: 20, valueOf: ({ plantName }) => plantName ?? '' },
      { title: '车牌号 Plate', width: 14, valueOf: ({ plateNo }) => plateNo ?? '' },
      { title: '工地 Site', width: 30, valueOf: ({ siteName }) => siteName },
      { title: '强度等级 Grade', width: 14, valueOf: ({ grade }) => grade },
      { title: '方量 m³', width: 10, valueOf: ({ m3 }) => m3 },
      {
        title: '离站时间 Left plant',
        width: 20,
        valueOf: ({ leftPlantAt }) => localText(leftPlantAt, timeZone),
      },
      {
        title: '卸料完成 Discharged',
        width: 20,
        valueOf: ({ dischargedAt }) =>
          dischargedAt === null ? '' : localText(dischargedAt, timeZone),
      },
      {
        title: '申报时间 Declared at',
        width: 20,
        valueOf: ({ declaredAt }) => localText(declaredAt, timeZone),
      },
    ],
    rows,
  });
