type Corner = readonly [lng: number, lat: number];

export interface DemoDistrict {
  /** As enterprises name it. */
  readonly name: string;
  /** Corners of a rough sketch by hand, WGS-84; the last is joined to the first. */
  readonly corners: readonly Corner[];
}

/** What one day changed: districts that are new or have another name or area, and those that are no more. */
export interface DistrictReform {
  /** Local day from which it holds; from memory, as the city's own documents are not at hand. */
  readonly from: string;
  readonly decided: readonly (DemoDistrict & { readonly formerName?: string })[];
  readonly retired: readonly string[];
  readonly reason: string;
}

/** The river from the Fuchun down, by its bridges; districts meet in it. */
const RIVER = {
  yuanpu: [120.12, 30.09],
  zhijiang: [120.12, 30.157],
  qiantang: [120.1345, 30.192],
  liupu: [120.155, 30.2008],
  xixing: [120.1985, 30.2195],
  aoti: [120.23, 30.245],
  pengbu: [120.2495, 30.267],
  jiubao: [120.288, 30.28],
  heda: [120.312, 30.2735],
  xiasha: [120.336, 30.267],
  jiangdong: [120.428, 30.307],
  yanguan: [120.56, 30.4],
} as const satisfies Record<string, Corner>;
const { yuanpu, zhijiang, qiantang, liupu, xixing, aoti, pengbu } = RIVER;
const { jiubao, heda, xiasha, jiangdong, yanguan } = RIVER;

/** Where more than two districts meet, or a border turns. */
const LAKE: Corner = [120.155, 30.25];
const WULIN: Corner = [120.165, 30.275];
const GENSHAN: Corner = [120.22, 30.3];
const DINGQIAO: Corner = [120.225, 30.345];
const QIAOSI: Corner = [120.305, 30.345];
const XUCUN: Corner = [120.42, 30.37];
const BANSHAN: Corner = [120.195, 30.39];
const CHONGXIAN: Corner = [120.13, 30.4];
const XIANGFU: Corner = [120.105, 30.35];
const GUDANG: Corner = [120.125, 30.27];
const SANDUN: Corner = [120.05, 30.36];
const WUCHANG: Corner = [120.03, 30.27];
const XIANLIN: Corner = [120.02, 30.2];
const SHOUJIANG: Corner = [119.995, 30.12];
const ZHOUPU: Corner = [120.05, 30.075];
const QINGSHAN: Corner = [119.88, 30.22];
const HENGFAN: Corner = [119.8, 30.3];
const BAIZHANG: Corner = [119.7, 30.4];
const GAOHONG: Corner = [119.7, 30.1];
const XINDENG: Corner = [119.45, 30.05];
const YUQIAN: Corner = [119.42, 29.9];
const FENSHUI: Corner = [119.2, 29.95];
const HUIJI: Corner = [119.2, 29.8];
const MEICHENG: Corner = [119.35, 29.7];
const ZHIKENG: Corner = [119.6, 29.62];
const SHOUCHANG: Corner = [119.05, 29.35];
const WEIPING: Corner = [119.12, 29.6];
const CHANGKOU: Corner = [119.95, 29.75];
const CHANGLU: Corner = [120.1, 29.85];
const DAYUAN: Corner = [120.08, 29.98];
const TANGQI: Corner = [120.09, 30.53];
const PUYAN_SOUTH: Corner = [120.14, 30.145];
const XIANGHU: Corner = [120.21, 30.155];
const NINGWEI: Corner = [120.245, 30.215];
const XINTANG: Corner = [120.36, 30.24];
const YIPENG: Corner = [120.72, 30.24];
const BAY: Corner = [120.72, 30.33];

const XIHU: readonly Corner[] = [
  liupu,
  qiantang,
  zhijiang,
  yuanpu,
  ZHOUPU,
  SHOUJIANG,
  XIANLIN,
  WUCHANG,
  SANDUN,
  XIANGFU,
  GUDANG,
  LAKE,
];
const BINJIANG: readonly Corner[] = [
  zhijiang,
  qiantang,
  xixing,
  aoti,
  NINGWEI,
  XIANGHU,
  PUYAN_SOUTH,
];
const XIAOSHAN_SOUTH: readonly Corner[] = [
  [120.72, 30.1],
  [120.45, 29.95],
  [120.38, 29.8],
  CHANGLU,
  DAYUAN,
  yuanpu,
  zhijiang,
  PUYAN_SOUTH,
  XIANGHU,
  NINGWEI,
  aoti,
  pengbu,
  jiubao,
  heda,
  xiasha,
];
const YUHANG_WEST: readonly Corner[] = [
  [119.95, 30.53],
  [119.78, 30.5],
  BAIZHANG,
  HENGFAN,
  QINGSHAN,
  XIANLIN,
  WUCHANG,
  SANDUN,
  XIANGFU,
  CHONGXIAN,
];
const LINPING: readonly Corner[] = [
  BANSHAN,
  DINGQIAO,
  QIAOSI,
  XUCUN,
  [120.42, 30.4],
  [120.34, 30.47],
  [120.2, 30.52],
  TANGQI,
];
const FUYANG: readonly Corner[] = [
  SHOUJIANG,
  ZHOUPU,
  yuanpu,
  DAYUAN,
  CHANGLU,
  CHANGKOU,
  [119.7, 29.85],
  YUQIAN,
  XINDENG,
  GAOHONG,
  QINGSHAN,
  XIANLIN,
];
const LINAN: readonly Corner[] = [
  QINGSHAN,
  HENGFAN,
  BAIZHANG,
  [119.4, 30.4],
  [118.95, 30.35],
  [118.85, 30.15],
  [119, 30.05],
  FENSHUI,
  YUQIAN,
  XINDENG,
  GAOHONG,
];

/** The districts of the city's plan, Table 1, and how they changed since. */
export const DISTRICT_REFORMS: readonly DistrictReform[] = [
  {
    from: '2011-01-01',
    decided: [
      { name: '上城区', corners: [liupu, LAKE, [120.18, 30.255], xixing] },
      {
        name: '下城区',
        corners: [LAKE, [120.15, 30.285], [120.16, 30.36], BANSHAN, DINGQIAO, GENSHAN, WULIN],
      },
      {
        name: '江干区',
        corners: [
          LAKE,
          WULIN,
          GENSHAN,
          DINGQIAO,
          QIAOSI,
          XUCUN,
          jiangdong,
          xiasha,
          heda,
          jiubao,
          pengbu,
          aoti,
          xixing,
          [120.18, 30.255],
        ],
      },
      {
        name: '拱墅区',
        corners: [LAKE, GUDANG, XIANGFU, CHONGXIAN, BANSHAN, [120.16, 30.36], [120.15, 30.285]],
      },
      { name: '西湖区', corners: XIHU },
      { name: '滨江区', corners: BINJIANG },
      { name: '萧山区', corners: [...XIAOSHAN_SOUTH, jiangdong, yanguan, BAY] },
      { name: '余杭区', corners: [...YUHANG_WEST, ...LINPING] },
      { name: '富阳市', corners: FUYANG },
      { name: '临安市', corners: LINAN },
      {
        name: '桐庐县',
        corners: [
          YUQIAN,
          [119.7, 29.85],
          CHANGKOU,
          [119.85, 29.65],
          ZHIKENG,
          MEICHENG,
          HUIJI,
          FENSHUI,
        ],
      },
      {
        name: '建德市',
        corners: [
          HUIJI,
          MEICHENG,
          ZHIKENG,
          [119.72, 29.45],
          [119.55, 29.25],
          [119.15, 29.22],
          SHOUCHANG,
          WEIPING,
        ],
      },
      {
        name: '淳安县',
        corners: [
          FENSHUI,
          HUIJI,
          WEIPING,
          SHOUCHANG,
          [118.75, 29.25],
          [118.4, 29.45],
          [118.4, 29.65],
          [118.6, 29.85],
          [119, 30.05],
        ],
      },
    ],
    retired: [],
    reason: '演示数据：规划期初的区划，手绘示意',
  },
  {
    from: '2014-12-13',
    decided: [{ name: '富阳区', formerName: '富阳市', corners: FUYANG }],
    retired: [],
    reason: '演示数据：撤市设区，日期待核',
  },
  {
    from: '2017-07-18',
    decided: [{ name: '临安区', formerName: '临安市', corners: LINAN }],
    retired: [],
    reason: '演示数据：撤市设区，日期待核',
  },
  {
    from: '2021-04-09',
    decided: [
      {
        name: '上城区',
        formerName: '上城区',
        corners: [
          liupu,
          LAKE,
          WULIN,
          GENSHAN,
          DINGQIAO,
          QIAOSI,
          heda,
          jiubao,
          pengbu,
          aoti,
          xixing,
        ],
      },
      {
        name: '拱墅区',
        formerName: '拱墅区',
        corners: [LAKE, GUDANG, XIANGFU, CHONGXIAN, BANSHAN, DINGQIAO, GENSHAN, WULIN],
      },
      { name: '萧山区', formerName: '萧山区', corners: [...XIAOSHAN_SOUTH, XINTANG, YIPENG] },
      { name: '余杭区', formerName: '余杭区', corners: [...YUHANG_WEST, TANGQI] },
      { name: '临平区', corners: [CHONGXIAN, ...LINPING] },
      {
        name: '钱塘区',
        corners: [heda, QIAOSI, XUCUN, jiangdong, yanguan, BAY, YIPENG, XINTANG, xiasha],
      },
    ],
    retired: ['下城区', '江干区'],
    reason: '演示数据：2021 年区划调整，日期待核',
  },
];
