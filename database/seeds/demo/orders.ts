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
  /** When the first truck is wanted on site, minutes from the moment of loading. */
  readonly startsInMin: number;
  /** Horizontal reach asked of a boom, metres; null: discharged by chute, or by pipe. */
  readonly pumpReachM: number | null;
}

/** The day's pours; a site's pour location names its order, so that a second run adds none. */
export const DEMO_ORDERS: readonly DemoOrder[] = [
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
): DemoOrder {
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
