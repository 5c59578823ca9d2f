import type { PlantKey } from './enterprises.js';
import type { SiteKey } from './sites.js';

export interface DemoOrder {
  readonly site: SiteKey;
  readonly plant: PlantKey;
  readonly grade: string;
  readonly slumpMm: number;
  readonly pourLocation: string;
  readonly plannedM3: number;
  readonly rateM3PerHour: number;
  /** Horizontal reach asked of a boom, metres; null: discharged by chute, or by pipe. */
  readonly pumpReachM: number | null;
}

/** A pour of the day on which the demo is loaded. */
export interface DemoOrderToday extends DemoOrder {
  /** When the first truck is wanted on site, minutes from the moment of loading. */
  readonly startsInMin: number;
}

/** A pour of the day after, for whoever plans it. */
export interface DemoOrderTomorrow extends DemoOrder {
  /** When the first truck is wanted on site, on Hangzhou's clocks. */
  readonly clock: string;
}

/** The day's pours; a site's pour location names its order, so that a second run adds none. */
export const DEMO_ORDERS: readonly DemoOrderToday[] = [
  order('qianjiang', 'puyan', 'C35', 180, '3#楼 12层梁板', 120, 40, 30, 52),
  order('gongchen', 'kangqiao', 'C30', 160, '基础承台 A区', 60, 30, 40, null),
  order('olympic', 'ningwei', 'C40', 180, '地下室底板 B2段', 150, 45, 45, 48),
  order('linping', 'tangqi', 'C30', 180, '住院楼 5层梁板', 80, 30, 50, 36),
  order('changhe', 'puyan', 'C30', 160, '裙房 2层柱', 36, 20, 60, null),
  order('wulin', 'kangqiao', 'C45', 200, '核心筒 8层墙', 72, 30, 65, 50),
  order('jiubao', 'ningwei', 'C25', 140, '道路垫层 K0+200', 48, 30, 75, null),
  order('shenhua', 'kangqiao', 'C30', 160, '5#楼 基础筏板', 54, 30, 85, null),
  order('xiasha', 'ningwei', 'C35', 180, '厂房 一层地坪', 90, 40, 95, null),
  order('liangzhu', 'chongxian', 'C30', 180, '教学楼 3层梁板', 64, 30, 105, null),
  order('east_station', 'ningwei', 'C30', 160, '7#楼 剪力墙', 40, 25, 120, null),
  order('qianjiang', 'puyan', 'C30', 180, '1#楼 9层梁板', 84, 35, 150, 44),
];

/** Tomorrow's pours, named apart from today's by site and pour location. */
export const DEMO_ORDERS_TOMORROW: readonly DemoOrderTomorrow[] = [
  tomorrow('08:00', ['qianjiang', 'puyan', 'C35', 180, '6#楼 筏板', 48, 30, 38]),
  tomorrow('09:00', ['changhe', 'puyan', 'C30', 160, '裙房 4层柱', 20, 20, null]),
  tomorrow('11:30', ['qianjiang', 'puyan', 'C40', 180, '地下室外墙 C2段', 40, 30, null]),
  tomorrow('15:00', ['changhe', 'puyan', 'C30', 180, '7#楼 3层梁板', 36, 30, 36]),
  tomorrow('17:00', ['qianjiang', 'puyan', 'C25', 140, '道路垫层 K1+050', 20, 30, null]),
  tomorrow('08:30', ['wulin', 'kangqiao', 'C45', 200, '核心筒 9层墙', 48, 25, 46]),
  tomorrow('10:00', ['shenhua', 'kangqiao', 'C30', 160, '6#楼 基础筏板', 45, 30, null]),
  tomorrow('14:00', ['liangzhu', 'chongxian', 'C30', 180, '教学楼 4层梁板', 36, 30, null]),
  tomorrow('07:30', ['olympic', 'ningwei', 'C40', 180, '地下室底板 B3段', 60, 40, 45]),
  tomorrow('10:30', ['xiasha', 'ningwei', 'C35', 180, '厂房 二层地坪', 48, 30, null]),
  tomorrow('14:30', ['jiubao', 'ningwei', 'C25', 140, '道路垫层 K0+400', 36, 30, null]),
  tomorrow('09:00', ['linping', 'tangqi', 'C30', 180, '住院楼 6层梁板', 48, 30, 36]),
];

type Row = readonly [
  site: SiteKey,
  plant: PlantKey,
  grade: string,
  slumpMm: number,
  pourLocation: string,
  plannedM3: number,
  rateM3PerHour: number,
  pumpReachM: number | null,
];

function tomorrow(
  clock: string,
  [site, plant, grade, slumpMm, pourLocation, plannedM3, rateM3PerHour, pumpReachM]: Row,
): DemoOrderTomorrow {
  return {
    site,
    plant,
    grade,
    slumpMm,
    pourLocation,
    plannedM3,
    rateM3PerHour,
    pumpReachM,
    clock,
  };
}

function order(
  site: SiteKey,
  plant: PlantKey,
  grade: string,
  slumpMm: number,
  pourLocation: string,
  plannedM3: number,
  rateM3PerHour: number,
  startsInMin: number,
  pumpReachM: number | null,
): DemoOrderToday {
  return {
    site,
    plant,
    grade,
    slumpMm,
    pourLocation,
    plannedM3,
    rateM3PerHour,
    startsInMin,
    pumpReachM,
  };
}
