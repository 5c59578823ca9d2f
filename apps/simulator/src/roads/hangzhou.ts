import { type Wgs84, wgs84 } from '@tongyun/geo';
import type { Road, RoadClass, RoadGraph } from './road-graph.js';

const EXPRESSWAY: RoadClass = { name: 'expressway', speedKph: 65, limitKph: 80 };
const MAIN_ROAD: RoadClass = { name: 'main_road', speedKph: 42, limitKph: 60 };
const BRIDGE: RoadClass = { name: 'bridge', speedKph: 50, limitKph: 60 };

/** Junctions in WGS-84, placed by hand to about 300 m: plausible roads, not a map. */
const PLACES: Readonly<Record<string, readonly [lng: number, lat: number]>> = {
  // Ring expressway, clockwise from the north.
  'ring/banshan': [120.2, 30.392],
  'ring/qiaosi': [120.3, 30.368],
  'ring/xiasha': [120.385, 30.325],
  'ring/jiangdong': [120.405, 30.262],
  'ring/hongken': [120.375, 30.205],
  'ring/xiaoshan_south': [120.262, 30.128],
  'ring/yuanpu_south': [120.14, 30.098],
  'ring/yuanpu_north': [120.088, 30.118],
  'ring/longwu': [120.045, 30.172],
  'ring/liuxia': [120.028, 30.238],
  'ring/sandun': [120.058, 30.352],
  'ring/renhe': [120.118, 30.398],
  // Shixiang – Liushi road.
  'shixiang/west': [120.088, 30.326],
  'shixiang/shangtang': [120.158, 30.329],
  'shixiang/qiushi': [120.196, 30.331],
  'liushi/east': [120.262, 30.338],
  // Desheng expressway.
  'desheng/gudun': [120.092, 30.298],
  'desheng/shangtang': [120.16, 30.303],
  'desheng/qiushi': [120.197, 30.305],
  'desheng/jiubao': [120.268, 30.309],
  'desheng/xiasha': [120.345, 30.314],
  // Tianmushan – Huancheng road.
  'tianmushan/liuxia': [120.052, 30.258],
  'tianmushan/gudun': [120.098, 30.27],
  'tianmushan/huancheng': [120.166, 30.274],
  'huancheng/east': [120.193, 30.272],
  // Zhonghe elevated road southwards, and the road along the north bank.
  'zhonghe/qingtai': [120.172, 30.246],
  'zhijiang/fuxing': [120.166, 30.218],
  'zhijiang/zhuantang': [120.082, 30.165],
  'zhijiang/qianjiang_bridge': [120.134, 30.198],
  'zhijiang/qingchun': [120.213, 30.254],
  'zhijiang/pengbu': [120.232, 30.284],
  'zhijiang/jiubao': [120.272, 30.288],
  // South bank.
  'binjiang/qianjiang_bridge': [120.142, 30.188],
  'binjiang/fuxing': [120.18, 30.198],
  'binjiang/xixing': [120.212, 30.214],
  'xiaoshan/qingchun': [120.236, 30.236],
  'xiaoshan/jiubao': [120.292, 30.262],
  'xiaoshan/centre': [120.266, 30.178],
  'xiaoshan/airport': [120.35, 30.224],
  'binjiang/south': [120.188, 30.148],
};

const JUNCTIONS: ReadonlyMap<string, Wgs84> = new Map(
  Object.entries(PLACES).map(([name, [lng, lat]]) => [name, wgs84(lng, lat)]),
);

/** Roads from junction to junction along a line. */
const line = (roadClass: RoadClass, ...names: readonly string[]): Road[] =>
  names.slice(1).map((to, index) => ({ from: names[index]!, to, roadClass }));

const ring = Object.keys(PLACES).filter((name) => name.startsWith('ring/'));

/** The city's skeleton: ring expressway, main roads, and the bridges over the Qiantang. */
export const HANGZHOU: RoadGraph = {
  junctions: JUNCTIONS,
  roads: [
    ...line(EXPRESSWAY, ...ring, ring[0]!),
    ...line(MAIN_ROAD, 'ring/sandun', 'shixiang/west', 'shixiang/shangtang', 'shixiang/qiushi'),
    ...line(MAIN_ROAD, 'shixiang/qiushi', 'liushi/east', 'ring/qiaosi'),
    ...line(MAIN_ROAD, 'ring/banshan', 'shixiang/qiushi', 'desheng/qiushi', 'huancheng/east'),
    ...line(MAIN_ROAD, 'ring/renhe', 'shixiang/shangtang', 'desheng/shangtang'),
    ...line(MAIN_ROAD, 'desheng/gudun', 'desheng/shangtang', 'desheng/qiushi', 'desheng/jiubao'),
    ...line(MAIN_ROAD, 'desheng/jiubao', 'desheng/xiasha', 'ring/xiasha'),
    ...line(MAIN_ROAD, 'shixiang/west', 'desheng/gudun', 'tianmushan/gudun'),
    ...line(MAIN_ROAD, 'ring/liuxia', 'tianmushan/liuxia', 'tianmushan/gudun'),
    ...line(MAIN_ROAD, 'tianmushan/gudun', 'tianmushan/huancheng', 'huancheng/east'),
    ...line(MAIN_ROAD, 'desheng/shangtang', 'tianmushan/huancheng', 'zhonghe/qingtai'),
    ...line(MAIN_ROAD, 'zhonghe/qingtai', 'zhijiang/fuxing'),
    ...line(MAIN_ROAD, 'huancheng/east', 'zhijiang/qingchun', 'zhijiang/pengbu'),
    ...line(MAIN_ROAD, 'ring/longwu', 'zhijiang/zhuantang', 'zhijiang/qianjiang_bridge'),
    ...line(MAIN_ROAD, 'zhijiang/qianjiang_bridge', 'zhijiang/fuxing', 'zhijiang/qingchun'),
    ...line(MAIN_ROAD, 'zhijiang/pengbu', 'zhijiang/jiubao', 'desheng/jiubao', 'liushi/east'),
    ...line(BRIDGE, 'zhijiang/qianjiang_bridge', 'binjiang/qianjiang_bridge'),
    ...line(BRIDGE, 'zhijiang/fuxing', 'binjiang/fuxing'),
    ...line(BRIDGE, 'zhijiang/qingchun', 'xiaoshan/qingchun'),
    ...line(BRIDGE, 'zhijiang/jiubao', 'xiaoshan/jiubao'),
    ...line(MAIN_ROAD, 'binjiang/qianjiang_bridge', 'binjiang/fuxing', 'binjiang/xixing'),
    ...line(MAIN_ROAD, 'binjiang/xixing', 'xiaoshan/qingchun', 'xiaoshan/jiubao'),
    ...line(MAIN_ROAD, 'xiaoshan/jiubao', 'xiaoshan/airport', 'ring/hongken'),
    ...line(MAIN_ROAD, 'binjiang/xixing', 'xiaoshan/centre', 'ring/xiaoshan_south'),
    ...line(MAIN_ROAD, 'binjiang/fuxing', 'binjiang/south', 'ring/yuanpu_south'),
    ...line(MAIN_ROAD, 'xiaoshan/centre', 'xiaoshan/airport'),
  ],
};
