import { column, type FileShape, optional } from './column.js';
import {
  CRS_COLUMN,
  EMISSION_CLASS,
  ENTERPRISE,
  EQUIPMENT_NO,
  PLATE_COLOR,
  PLATE_NO,
  POSITION_COLUMNS,
  VEHICLE_COLUMNS,
  vehicleMarksOf,
} from './common-columns.js';

const upTo = (most: number) => ({
  zh: `${most} 个字以内的文字`,
  en: `text of up to ${most} characters`,
});
const between = (least: number, most: number, unit: string) => ({
  zh: `${least} 到 ${most} 的数（${unit}）`,
  en: `a number from ${least} to ${most} (${unit})`,
});

const enterprises: FileShape = {
  title: { zh: '企业', en: 'Enterprises' },
  columns: [
    column.text(
      'name',
      { zh: '企业名称', en: 'Name' },
      {
        zh: '2 至 120 个字，不与已有企业同名',
        en: 'text of 2 to 120 characters that no enterprise has',
      },
      '杭州某某混凝土有限公司',
    ),
    column.text('shortName', { zh: '简称', en: 'Short name' }, upTo(20), '某某'),
    column.text('district', { zh: '区县', en: 'District' }, upTo(40), '滨江'),
    optional(
      column.choice(
        'mode',
        { zh: '接入方式', en: 'Mode' },
        {
          dispatch: { zh: '平台调度', en: 'dispatch' },
          declared: { zh: '企业申报', en: 'declared' },
          tracked: { zh: '仅定位', en: 'tracked' },
        },
        '平台调度',
      ),
    ),
  ],
  marksOf: ({ name }) => [`${name}`],
};

const plants: FileShape = {
  title: { zh: '搅拌站', en: 'Plants' },
  columns: [
    optional(ENTERPRISE),
    column.text(
      'name',
      { zh: '站名', en: 'Plant' },
      { zh: '2 至 80 个字', en: 'text of 2 to 80 characters' },
      '滨江一站',
    ),
    ...POSITION_COLUMNS,
    optional(
      column.number(
        'fenceRadiusM',
        { zh: '围栏半径（米）', en: 'Fence radius (m)' },
        between(50, 2_000, 'm'),
        '200',
      ),
    ),
    optional(column.text('licenceNo', { zh: '资质证书号', en: 'Licence no.' }, upTo(60), '')),
  ],
  marksOf: ({ enterprise, name }) => [`${enterprise} ${name}`],
};

const vehicles: FileShape = {
  title: { zh: '车辆', en: 'Vehicles' },
  columns: [
    column.choice(
      'kind',
      { zh: '车辆类型', en: 'Kind' },
      {
        mixer: { zh: '搅拌车', en: 'mixer' },
        boom_pump: { zh: '汽车泵', en: 'boom pump' },
        line_pump: { zh: '车载泵', en: 'line pump' },
        trailer_pump: { zh: '拖泵', en: 'trailer pump' },
      },
      '搅拌车',
    ),
    PLATE_NO,
    PLATE_COLOR,
    EQUIPMENT_NO,
    optional(column.text('fleetNo', { zh: '车队编号', en: 'Fleet no.' }, upTo(20), '12')),
    optional(ENTERPRISE),
    optional(
      column.text(
        'ownerName',
        { zh: '车主（非本企业时）', en: 'Owner, if another' },
        upTo(120),
        '',
      ),
    ),
    optional(
      column.number(
        'drumCapacityM3',
        { zh: '搅拌筒容量（立方米）', en: 'Drum (m3)' },
        between(1, 30, 'm³'),
        '12',
      ),
    ),
    optional(
      column.number(
        'boomLengthM',
        { zh: '臂架长度（米）', en: 'Boom (m)' },
        between(10, 120, 'm'),
        '',
      ),
    ),
    optional(
      column.number(
        'lineLengthM',
        { zh: '泵管长度（米）', en: 'Line (m)' },
        between(10, 1_000, 'm'),
        '',
      ),
    ),
    EMISSION_CLASS,
    optional(
      column.number(
        'tareKg',
        { zh: '整备质量（千克）', en: 'Tare (kg)' },
        between(500, 60_000, 'kg'),
        '14000',
      ),
    ),
    optional(
      column.text(
        'homePlant',
        { zh: '出车厂站', en: 'Home plant' },
        { zh: '该企业搅拌站的名称', en: 'the name of a plant of the enterprise' },
        '滨江一站',
      ),
    ),
  ],
  marksOf: vehicleMarksOf,
};

const drivers: FileShape = {
  title: { zh: '驾驶员', en: 'Drivers' },
  columns: [
    optional(ENTERPRISE),
    column.text(
      'name',
      { zh: '姓名', en: 'Name' },
      { zh: '2 至 40 个字', en: 'text of 2 to 40 characters' },
      '张三',
    ),
    column.text(
      'phone',
      { zh: '手机号', en: 'Mobile' },
      { zh: '11 位手机号', en: 'a mobile number of 11 digits' },
      '13800001111',
    ),
    optional(
      column.choice(
        'licenceClass',
        { zh: '准驾车型', en: 'Licence class' },
        Object.fromEntries(['A1', 'A2', 'B1', 'B2'].map((one) => [one, { zh: one, en: one }])),
        'B2',
      ),
    ),
  ],
  marksOf: ({ enterprise, phone }) => [`${enterprise} ${phone}`],
};

const terminals: FileShape = {
  title: { zh: '车载终端', en: 'Terminals' },
  columns: [
    column.text(
      'phone',
      { zh: '终端手机号', en: 'Terminal phone' },
      { zh: '6 至 20 位数字', en: '6 to 20 digits' },
      '013912345678',
    ),
    ...VEHICLE_COLUMNS,
  ],
  marksOf: (values) => [`phone ${values['phone']}`, ...vehicleMarksOf(values)],
};

const passes: FileShape = {
  title: { zh: '通行证', en: 'Road passes' },
  columns: [
    ...VEHICLE_COLUMNS,
    column.text(
      'zones',
      { zh: '通行区域', en: 'Zones' },
      { zh: '现行区域的名称，多个用“、”分开', en: 'names of zones in force, parted by semicolons' },
      '主城建成区',
    ),
    optional(
      column.text(
        'hours',
        { zh: '通行时段', en: 'Hours' },
        {
          zh: '时段，如 09:00-16:00；周几写在前面，如 1-5 09:00-16:00；空为全天',
          en: 'hours such as 09:00-16:00, or 1-5 09:00-16:00 for weekdays; empty for all hours',
        },
        '09:00-16:00',
      ),
    ),
    optional(
      column.text(
        'roads',
        { zh: '通行道路', en: 'Roads' },
        {
          zh: '道路名称，多个用“、”分开，供人查看；空为区域内全部道路',
          en: 'names of roads for people to read, parted by semicolons; empty for every road',
        },
        '天目山路、莫干山路',
      ),
    ),
    optional(
      column.text(
        'routes',
        { zh: '规定路线', en: 'Prescribed roads' },
        {
          zh: '名称和中线各点，如 天目山路: 120.12 30.26, 120.15 30.27；多条用“；”分开',
          en: 'a name and the points of its line such as 天目山路: 120.12 30.26, 120.15 30.27, parted by semicolons',
        },
        '天目山路: 120.12 30.26, 120.15 30.27',
      ),
    ),
    CRS_COLUMN,
    column.day('validFrom', { zh: '有效期起', en: 'First day' }, '2026-12-01'),
    column.day('validTo', { zh: '有效期止', en: 'Last day' }, '2026-12-31'),
    column.text(
      'reason',
      { zh: '核发事由', en: 'Reason' },
      { zh: '2 至 500 个字', en: 'text of 2 to 500 characters' },
      '月度核发',
    ),
  ],
  marksOf: (values) =>
    vehicleMarksOf(values).map(
      (mark) => `${mark} ${values['zones']} ${values['hours']} ${values['validFrom']}`,
    ),
};

const trips: FileShape = {
  title: { zh: '申报运次', en: 'Declared trips' },
  columns: [
    optional(ENTERPRISE),
    column.text('tripNo', { zh: '运次编号', en: 'Trip no.' }, upTo(40), 'YC20261201-001'),
    column.text(
      'plant',
      { zh: '站名', en: 'Plant' },
      { zh: '该企业搅拌站的名称', en: 'the name of a plant of the enterprise' },
      '滨江一站',
    ),
    { ...PLATE_NO, isRequired: true },
    { ...PLATE_COLOR, isRequired: true },
    column.text('siteName', { zh: '工地', en: 'Site' }, upTo(120), '江南大道地下室'),
    column.text('grade', { zh: '强度等级', en: 'Grade' }, upTo(64), 'C30'),
    column.number('m3', { zh: '方量（立方米）', en: 'Volume (m3)' }, between(0.1, 30, 'm³'), '12'),
    column.time('leftPlantAt', { zh: '离站时间', en: 'Left plant' }, '2026-12-01 08:30'),
    optional(column.time('dischargedAt', { zh: '卸完时间', en: 'Discharged' }, '2026-12-01 10:05')),
  ],
  marksOf: ({ enterprise, tripNo }) => [`${enterprise} ${tripNo}`],
};

const orders: FileShape = {
  title: { zh: '订单', en: 'Orders' },
  columns: [
    optional(ENTERPRISE),
    column.text(
      'site',
      { zh: '工地', en: 'Site' },
      { zh: '该企业已录入工地的名称', en: 'the name of a site that the enterprise has entered' },
      '江南大道地下室',
    ),
    column.text(
      'plant',
      { zh: '站名', en: 'Plant' },
      { zh: '该企业搅拌站的名称', en: 'the name of a plant of the enterprise' },
      '滨江一站',
    ),
    column.text(
      'grade',
      { zh: '强度等级', en: 'Grade' },
      { zh: '本市列出的等级，如 C30、C35 P8、M10', en: 'a grade of the city’s list, such as C30' },
      'C30',
    ),
    column.number(
      'slumpMm',
      { zh: '坍落度（毫米）', en: 'Slump (mm)' },
      between(10, 300, 'mm'),
      '180',
    ),
    column.number(
      'plannedM3',
      { zh: '计划方量（立方米）', en: 'Volume (m3)' },
      between(0.5, 20_000, 'm³'),
      '120',
    ),
    column.number(
      'rateM3PerHour',
      { zh: '供应速度（立方米/小时）', en: 'Rate (m3/h)' },
      between(1, 500, 'm³/h'),
      '40',
    ),
    column.time('firstOnSiteAt', { zh: '首车到场时间', en: 'First on site' }, '2026-12-01 08:30'),
    column.text('pourLocation', { zh: '浇筑部位', en: 'Pour location' }, upTo(120), '三层梁板'),
    column.choice(
      'placingMethod',
      { zh: '浇筑方式', en: 'Placing' },
      { chute: { zh: '自卸', en: 'chute' }, pump: { zh: '泵送', en: 'pump' } },
      '泵送',
    ),
    optional(
      column.number(
        'pumpReachM',
        { zh: '臂长要求（米）', en: 'Reach asked (m)' },
        between(1, 500, 'm'),
        '37',
      ),
    ),
    optional(
      column.number(
        'pumpsNeeded',
        { zh: '泵车台数', en: 'Pumps at once' },
        between(1, 4, 'pumps'),
        '1',
      ),
    ),
    optional(
      column.number(
        'placesAtSite',
        { zh: '自卸车位数', en: 'Places at site' },
        {
          zh: '1 到 6 的整数，仅限自卸（泵送时一台泵一个车位）',
          en: 'a whole number from 1 to 6, and by chute only (each pump is a place of its own)',
        },
        '',
      ),
    ),
    optional(
      column.choice(
        'pourKind',
        { zh: '部位类型', en: 'Kind of pour' },
        {
          foundation: { zh: '基础底板', en: 'foundation' },
          slab: { zh: '梁板', en: 'slab' },
          wall_column: { zh: '墙柱', en: 'wall or column' },
          pile: { zh: '桩', en: 'pile' },
          pavement: { zh: '地坪路面', en: 'pavement' },
          other: { zh: '其他', en: 'other' },
        },
        '梁板',
      ),
    ),
    optional(
      column.number(
        'gapMaxMin',
        { zh: '最长间隔（分钟）', en: 'Longest pause (min)' },
        between(5, 600, 'min'),
        '',
      ),
    ),
    optional(
      column.number(
        'retarderMin',
        { zh: '缓凝延长（分钟）', en: 'Retarder adds (min)' },
        between(10, 600, 'min'),
        '',
      ),
    ),
  ],
  marksOf: ({ enterprise, site, pourLocation, firstOnSiteAt }) => [
    `${enterprise} ${site} ${pourLocation} ${firstOnSiteAt}`,
  ],
};

/** What each kind of file holds. */
export const FILE_SHAPES = {
  enterprises,
  plants,
  vehicles,
  drivers,
  terminals,
  passes,
  trips,
  orders,
} as const;
export type FileKind = keyof typeof FILE_SHAPES;
