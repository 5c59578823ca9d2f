import {
  type Choices,
  type Column,
  column,
  optional,
  type RowValues,
  type Words,
} from './column.js';

/** Colours of plates as people write them; the pages of the product call them by what stands behind. */
export const PLATE_COLORS: Choices = {
  yellow: { zh: '黄色', en: 'yellow', also: ['黄', '黄牌'] },
  yellow_green: { zh: '黄绿色', en: 'yellow-green', also: ['黄绿', '黄绿牌', '黄绿双拼'] },
  blue: { zh: '蓝色', en: 'blue', also: ['蓝', '蓝牌'] },
  green: { zh: '绿色', en: 'green', also: ['绿', '绿牌'] },
  black: { zh: '黑色', en: 'black', also: ['黑', '黑牌'] },
  white: { zh: '白色', en: 'white', also: ['白', '白牌'] },
  other: { zh: '其他', en: 'other' },
};

/** Emission classes as registration certificates name them, and as people write them beside. */
const EMISSION_CLASSES: Choices = {
  国一: { zh: '国一', en: 'China I', also: ['国Ⅰ', '国I', '国1', 'China 1'] },
  国二: { zh: '国二', en: 'China II', also: ['国Ⅱ', '国II', '国2', 'China 2'] },
  国三: { zh: '国三', en: 'China III', also: ['国Ⅲ', '国III', '国3', 'China 3'] },
  国四: { zh: '国四', en: 'China IV', also: ['国Ⅳ', '国IV', '国4', 'China 4'] },
  国五: { zh: '国五', en: 'China V', also: ['国Ⅴ', '国V', '国5', 'China 5'] },
  国六: { zh: '国六', en: 'China VI', also: ['国Ⅵ', '国VI', '国6', '国六a', '国六b', 'China 6'] },
  新能源: { zh: '新能源', en: 'new energy', also: ['纯电动', '电动', 'electric'] },
};

export const ENTERPRISE: Column = column.text(
  'enterprise',
  { zh: '企业名称', en: 'Enterprise' },
  { zh: '已登记企业的名称或简称', en: 'the name or short name of an enterprise that is entered' },
  '杭州某某混凝土有限公司',
);
export const PLATE_NO: Column = optional(
  column.text(
    'plateNo',
    { zh: '车牌号', en: 'Plate' },
    {
      zh: '车牌号，不含字母 I、O，且与颜色相符',
      en: 'a plate without I or O that fits its colour',
    },
    '浙A12345',
  ),
);
export const PLATE_COLOR: Column = optional(
  column.choice('plateColor', { zh: '车牌颜色', en: 'Plate colour' }, PLATE_COLORS, '黄色'),
);
export const EQUIPMENT_NO: Column = optional(
  column.text(
    'equipmentNo',
    { zh: '设备编号', en: 'Equipment no.' },
    { zh: '拖泵的设备编号，2至40个字', en: 'a trailer pump’s number, 2 to 40 characters' },
    '',
  ),
);
export const EMISSION_CLASS: Column = optional(
  column.choice(
    'emissionClass',
    { zh: '排放标准', en: 'Emission class' },
    EMISSION_CLASSES,
    '国六',
  ),
);
/** Says which vehicle a row is about: by plate and colour, or by equipment number. */
export const VEHICLE_COLUMNS: readonly Column[] = [PLATE_NO, PLATE_COLOR, EQUIPMENT_NO];

const CRS: Readonly<Record<string, Words>> = {
  wgs84: { zh: 'WGS-84', en: 'WGS84' },
  gcj02: { zh: 'GCJ-02', en: 'GCJ02' },
  bd09: { zh: 'BD-09', en: 'BD09' },
};
/** The system of the row's coordinates; it may be stated once for the whole file instead. */
export const CRS_COLUMN: Column = optional(
  column.choice('crs', { zh: '坐标系', en: 'Datum' }, CRS, 'GCJ-02'),
);

/** A position, in a system that is stated. */
export const POSITION_COLUMNS: readonly Column[] = [
  column.number(
    'lng',
    { zh: '经度', en: 'Longitude' },
    { zh: '-180 到 180 的度数', en: 'degrees from -180 to 180' },
    '120.21',
  ),
  column.number(
    'lat',
    { zh: '纬度', en: 'Latitude' },
    { zh: '-90 到 90 的度数', en: 'degrees from -90 to 90' },
    '30.21',
  ),
  CRS_COLUMN,
];

/** Marks of a vehicle, whichever way it is named. */
export const vehicleMarksOf = ({ plateNo, plateColor, equipmentNo }: RowValues): string[] => [
  ...(plateNo === null ? [] : [`plate ${bare(plateNo)} ${plateColor}`]),
  ...(equipmentNo === null ? [] : [`equipment ${spaced(equipmentNo)}`]),
];

/** As fleet keeps an equipment number. */
const spaced = (equipmentNo: string | number | undefined): string =>
  String(equipmentNo).normalize('NFKC').toUpperCase().trim().replaceAll(/\s+/gu, ' ');

const bare = (plateNo: string | number | undefined): string =>
  String(plateNo)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•・.\-_]/gu, '');
