import type { EnterpriseKey } from './enterprises.js';

export type SiteKey =
  | 'wulin'
  | 'qianjiang'
  | 'east_station'
  | 'shenhua'
  | 'gongchen'
  | 'changhe'
  | 'olympic'
  | 'jiubao'
  | 'xiasha'
  | 'liangzhu'
  | 'linping';

export interface DemoSite {
  readonly key: SiteKey;
  readonly enterprise: EnterpriseKey;
  readonly name: string;
  readonly projectName: string;
  readonly contractor: string;
  /** WGS-84 degrees. */
  readonly lng: number;
  readonly lat: number;
  readonly contactName: string;
  readonly contactPhone: string;
}

/** Invented projects at places everybody in Hangzhou knows. */
export const DEMO_SITES: readonly DemoSite[] = [
  {
    key: 'wulin',
    enterprise: 'YH',
    name: '武林门站综合体工地',
    projectName: '武林门站城市综合体一期',
    contractor: '浙江武林建工集团',
    lng: 120.1605,
    lat: 30.2795,
    contactName: '金建明',
    contactPhone: '13900000001',
  },
  {
    key: 'qianjiang',
    enterprise: 'QJ',
    name: '钱江新城二期工地',
    projectName: '钱江新城二期商务楼',
    contractor: '浙江江潮建设',
    lng: 120.2125,
    lat: 30.2455,
    contactName: '楼国平',
    contactPhone: '13900000002',
  },
  {
    key: 'east_station',
    enterprise: 'XS',
    name: '城东新城工地',
    projectName: '城东新城安置房三区',
    contractor: '杭州东站建设',
    lng: 120.2165,
    lat: 30.2945,
    contactName: '施海军',
    contactPhone: '13900000003',
  },
  {
    key: 'shenhua',
    enterprise: 'YH',
    name: '申花路住宅工地',
    projectName: '申花云庭住宅小区',
    contractor: '浙江申花营造',
    lng: 120.113,
    lat: 30.314,
    contactName: '毛伟国',
    contactPhone: '13900000004',
  },
  {
    key: 'gongchen',
    enterprise: 'YH',
    name: '拱宸桥改造工地',
    projectName: '拱宸桥西有机更新',
    contractor: '杭州运河建工',
    lng: 120.1385,
    lat: 30.321,
    contactName: '盛荣华',
    contactPhone: '13900000005',
  },
  {
    key: 'changhe',
    enterprise: 'QJ',
    name: '长河科技楼工地',
    projectName: '长河智造科技楼',
    contractor: '浙江白马建设',
    lng: 120.1965,
    lat: 30.1905,
    contactName: '来志刚',
    contactPhone: '13900000006',
  },
  {
    key: 'olympic',
    enterprise: 'XS',
    name: '奥体中心配套工地',
    projectName: '奥体中心地下空间',
    contractor: '萧山第二建筑',
    lng: 120.229,
    lat: 30.2295,
    contactName: '汤水根',
    contactPhone: '13900000007',
  },
  {
    key: 'jiubao',
    enterprise: 'XS',
    name: '九堡物流园工地',
    projectName: '九堡物流园二期',
    contractor: '杭州之江路桥',
    lng: 120.268,
    lat: 30.306,
    contactName: '方忠良',
    contactPhone: '13900000008',
  },
  {
    key: 'xiasha',
    enterprise: 'XS',
    name: '下沙厂房工地',
    projectName: '下沙芯片厂房',
    contractor: '浙江金沙建设',
    lng: 120.348,
    lat: 30.31,
    contactName: '韩永法',
    contactPhone: '13900000009',
  },
  {
    key: 'liangzhu',
    enterprise: 'YH',
    name: '良渚学校工地',
    projectName: '良渚实验学校迁建',
    contractor: '余杭良渚建筑',
    lng: 120.046,
    lat: 30.374,
    contactName: '姚建新',
    contactPhone: '13900000010',
  },
  {
    key: 'linping',
    enterprise: 'BC',
    name: '临平医院工地',
    projectName: '临平新院区住院楼',
    contractor: '浙江临平建工',
    lng: 120.298,
    lat: 30.424,
    contactName: '费国良',
    contactPhone: '13900000011',
  },
];
