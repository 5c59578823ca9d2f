import type { Column, Words } from './columns/column.js';
import { type Fault, mustBe } from './read-row.js';

/** A refusal by the slice that owns what a row stands for. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Told {
  readonly columns: readonly string[];
  readonly reason: Words;
}

/** Which cell a refusal is about, and how to say it to whoever filled the file in. */
const TOLD: Readonly<Record<string, Told>> = {
  FORBIDDEN: {
    columns: ['enterprise'],
    reason: { zh: '您无权录入这一行', en: 'this row is not yours to enter' },
  },
  ENTERPRISE_NOT_FOUND: {
    columns: ['enterprise'],
    reason: { zh: '没有这家企业，或您无权查看', en: 'no such enterprise, or not one of yours' },
  },
  ENTERPRISE_REQUIRED: {
    columns: ['enterprise'],
    reason: { zh: '请填写企业', en: 'state the enterprise' },
  },
  ENTERPRISE_NAME_TAKEN: {
    columns: ['name'],
    reason: { zh: '已有同名企业', en: 'an enterprise has this name already' },
  },
  PLATE_INVALID: {
    columns: ['plateNo'],
    reason: { zh: '不是该颜色的有效车牌', en: 'is no plate of this colour' },
  },
  PLATE_TAKEN: {
    columns: ['plateNo'],
    reason: { zh: '该车牌已登记在另一辆车上', en: 'another vehicle carries this plate' },
  },
  EQUIPMENT_NO_TAKEN: {
    columns: ['equipmentNo'],
    reason: { zh: '该设备编号已被使用', en: 'another pump has this number' },
  },
  DRIVER_PHONE_TAKEN: {
    columns: ['phone'],
    reason: {
      zh: '该企业已有驾驶员使用此手机号',
      en: 'a driver of the enterprise has this number',
    },
  },
  VEHICLE_NOT_FOUND: {
    columns: ['plateNo', 'equipmentNo'],
    reason: { zh: '没有这辆车，或您无权查看', en: 'no such vehicle, or not one of yours' },
  },
  PLATE_AMBIGUOUS: {
    columns: ['plateColor'],
    reason: {
      zh: '有两辆车用此号牌，请填写颜色',
      en: 'two vehicles have this plate: state its colour',
    },
  },
  PLANT_NOT_FOUND: {
    columns: ['plant'],
    reason: { zh: '该企业没有这个名称的搅拌站', en: 'no plant of the enterprise has this name' },
  },
  ENTERPRISE_DOES_NOT_DECLARE: {
    columns: ['enterprise'],
    reason: {
      zh: '该企业的接入方式不是“企业申报”',
      en: 'the mode of this enterprise is not “declared”',
    },
  },
  DECLARED_TRIP_CHANGED: {
    columns: ['tripNo'],
    reason: { zh: '该编号已申报过，且内容不同', en: 'this number was declared otherwise' },
  },
  DECLARED_TRIP_TIMES: {
    columns: ['leftPlantAt'],
    reason: {
      zh: '离站不能晚于现在，卸完不能早于离站',
      en: 'leaves before now, and is discharged after it leaves',
    },
  },
  TERMINAL_BLOCKED: {
    columns: ['phone'],
    reason: { zh: '该终端已被封禁', en: 'this terminal is blocked' },
  },
  VEHICLE_NOT_REGISTERED: {
    columns: ['plateNo', 'equipmentNo'],
    reason: { zh: '车辆尚未备案，不能核发通行证', en: 'only a registered vehicle gets a pass' },
  },
  PASS_NEEDS_APPLICATION: {
    columns: [],
    reason: { zh: '通行证须经申请核发', en: 'passes are issued on application only' },
  },
  ZONE_NOT_FOUND: {
    columns: ['zones'],
    reason: { zh: '没有这个名称的现行区域', en: 'no zone in force has this name' },
  },
  IMPORT_CRS_REQUIRED: {
    columns: ['crs'],
    reason: {
      zh: '请写明坐标系（列或文件选项）',
      en: 'state the datum, in this column or for the whole file',
    },
  },
};

/** Puts a refusal on the cells that it is about; one that is about no cell is about the row. */
export function explainRefusal(
  columns: readonly Column[],
  valueOf: (column: Column) => string,
  refusal: Refusal,
): Fault[] {
  const { code } = refusal;
  const told = TOLD[code];
  const names =
    told?.columns ?? (refusal.details['columns'] as readonly string[] | undefined) ?? [];
  const about = columns.filter((column) => names.includes(column.name));
  const filled = about.filter((column) => valueOf(column) !== '');
  const blamed = told ? (filled.length > 0 ? filled : about).slice(0, 1) : about;
  if (blamed.length === 0) {
    const reason = told?.reason ?? { zh: `不能录入（${code}）`, en: refusal.message };
    return [{ column: null, value: '', code, reason }];
  }
  return blamed.map((column) => ({
    column,
    value: valueOf(column),
    code,
    reason: told?.reason ?? mustBe(column),
  }));
}
