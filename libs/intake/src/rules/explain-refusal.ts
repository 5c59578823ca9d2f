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
  PLATE_COLOR_UNFIT: {
    columns: ['plateColor'],
    reason: {
      zh: '搅拌车和泵车应为黄牌或黄绿牌',
      en: 'mixers and pumps have a yellow or yellow-green plate',
    },
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
    columns: ['plant', 'homePlant'],
    reason: { zh: '该企业没有这个名称的搅拌站', en: 'no plant of the enterprise has this name' },
  },
  ENTERPRISE_DOES_NOT_DECLARE: {
    columns: ['enterprise'],
    reason: {
      zh: '该运次离站时，企业的接入方式不是“企业申报”',
      en: 'the mode of the enterprise was not “declared” when this trip left',
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
  SITE_NOT_FOUND: {
    columns: ['site'],
    reason: { zh: '该企业没有这个名称的工地', en: 'no site of the enterprise has this name' },
  },
  SITE_AMBIGUOUS: {
    columns: ['site'],
    reason: {
      zh: '有两个工地用此名称，请在调度台下单',
      en: 'two sites have this name: order at the dispatcher’s desk',
    },
  },
  GRADE_NOT_LISTED: {
    columns: ['grade'],
    reason: { zh: '本市未列入该强度等级', en: 'the city does not list this grade' },
  },
  RETARDER_TOO_LONG: {
    columns: ['retarderMin'],
    reason: {
      zh: '超出允许的缓凝延长时间',
      en: 'is more than a retarder is believed to lengthen the life',
    },
  },
  SITE_CLOSED: {
    columns: ['firstOnSiteAt'],
    reason: {
      zh: '首车到场时工地不开放',
      en: 'lies outside the hours in which the site takes concrete',
    },
  },
  ORDER_TIME_PAST: {
    columns: ['firstOnSiteAt'],
    reason: { zh: '首车到场时间已过', en: 'lies in the past' },
  },
  PLANT_OUT_OF_RADIUS: {
    columns: ['plant'],
    reason: {
      zh: '工地超出该站的作业半径',
      en: 'the site lies beyond the supply range of this plant',
    },
  },
  NO_MIXER_USABLE: {
    columns: [],
    reason: { zh: '该企业那天没有可用的搅拌车', en: 'the enterprise has no mixer for that day' },
  },
  ENTERPRISE_BARRED: {
    columns: [],
    reason: { zh: '该企业已被限制经营', en: 'the enterprise is barred from business' },
  },
  CREDIT_BLOCKS_ORDERS: {
    columns: [],
    reason: {
      zh: '该企业的信用等级不允许接新订单',
      en: 'the credit grade of the enterprise takes no new orders',
    },
  },
  PLANT_NOT_LICENSED: {
    columns: ['plant'],
    reason: { zh: '该站没有有效资质', en: 'this plant is not licensed to supply' },
  },
  DISTRICT_NOT_IN_FORCE: {
    columns: ['district'],
    reason: { zh: '现行区划中没有这个区县', en: 'the city has no district of this name now' },
  },
  TERMINAL_BLOCKED: {
    columns: ['phone'],
    reason: { zh: '该终端已被封禁', en: 'this terminal is blocked' },
  },
  VEHICLE_NOT_REGISTERED: {
    columns: ['plateNo', 'equipmentNo'],
    reason: { zh: '车辆尚未备案，不能核发通行证', en: 'only a registered vehicle gets a pass' },
  },
  PASS_ENTERPRISE_BARRED: {
    columns: ['plateNo', 'equipmentNo'],
    reason: {
      zh: '车辆所属企业已被限制承接业务',
      en: 'the enterprise of this vehicle is barred from business',
    },
  },
  PASS_TERMINAL_NOT_CONNECTED: {
    columns: ['plateNo', 'equipmentNo'],
    reason: {
      zh: '车载终端近期未上线',
      en: 'the terminal of this vehicle was not heard of lately',
    },
  },
  PASS_TERMINAL_NOT_REGISTERED: {
    columns: ['plateNo', 'equipmentNo'],
    reason: { zh: '车载终端未备案', en: 'no terminal of this vehicle is registered' },
  },
  PASS_DRIVERS_MISSING: {
    columns: ['plateNo', 'equipmentNo'],
    reason: {
      zh: '两项培训均合格的驾驶员不足',
      en: 'too few drivers of its enterprise have passed both trainings',
    },
  },
  PASS_PERIOD_INVALID: {
    columns: ['validTo'],
    reason: { zh: '不能按此有效期核发通行证', en: 'no pass is given for this period' },
  },
  PASS_NEEDS_APPLICATION: {
    columns: [],
    reason: { zh: '通行证须经申请核发', en: 'passes are issued on application only' },
  },
  ZONE_NOT_FOUND: {
    columns: ['zones'],
    reason: { zh: '没有这个名称的现行区域', en: 'no zone in force has this name' },
  },
  PASS_ROUTE_OUTSIDE_ZONES: {
    columns: ['routes'],
    reason: {
      zh: '有路线不经过所填区域，请核对坐标和坐标系',
      en: 'a road leads through none of the zones: check its points and their datum',
    },
  },
  IMPORT_CRS_REQUIRED: {
    columns: ['crs'],
    reason: {
      zh: '请写明坐标系（列或文件选项）',
      en: 'state the datum, in this column or for the whole file',
    },
  },
};

/** Refusals that say by their `fault` which of several things it is. */
const TOLD_BY_FAULT: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
  PASS_PERIOD_INVALID: {
    over: {
      columns: ['validTo'],
      reason: { zh: '有效期已过', en: 'lies in the past' },
    },
    too_long: {
      columns: ['validTo'],
      reason: { zh: '有效期超过允许的最长天数', en: 'is later than the longest period allows' },
    },
    own_period: {
      columns: ['validFrom'],
      reason: {
        zh: '通行证只按自然月核发，请填写当月首日和末日',
        en: 'passes are given by whole months only: state the first and the last day of one',
      },
    },
    backwards: {
      columns: ['validTo'],
      reason: { zh: '截止日早于起始日', en: 'lies before the first day' },
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
  const told = TOLD_BY_FAULT[code]?.[String(refusal.details['fault'])] ?? TOLD[code];
  const names =
    told?.columns ?? (refusal.details['columns'] as readonly string[] | undefined) ?? [];
  const about = columns.filter((column) => names.includes(column.name));
  const filled = about.filter((column) => valueOf(column) !== '');
  const blamed = told ? (filled.length > 0 ? filled : about).slice(0, 1) : about;
  if (blamed.length === 0) {
    const reason = told?.reason ?? { zh: '不能录入，请核对本行内容', en: refusal.message };
    return [{ column: null, value: '', code, reason }];
  }
  return blamed.map((column) => ({
    column,
    value: valueOf(column),
    code,
    reason: told?.reason ?? mustBe(column),
  }));
}
