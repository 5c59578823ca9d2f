/** The four invented enterprises, told apart by a short key that also begins their fleet numbers. */
export type EnterpriseKey = 'QJ' | 'YH' | 'XS' | 'BC';

export interface DemoEnterprise {
  readonly key: EnterpriseKey;
  readonly name: string;
  readonly shortName: string;
  readonly district: string;
}

export const DEMO_ENTERPRISES: readonly DemoEnterprise[] = [
  { key: 'QJ', name: '杭州钱江湾混凝土有限公司', shortName: '钱江湾', district: '滨江区' },
  { key: 'YH', name: '杭州运河里砼业有限公司', shortName: '运河里', district: '拱墅区' },
  { key: 'XS', name: '杭州萧绍新型建材有限公司', shortName: '萧绍建材', district: '萧山区' },
  { key: 'BC', name: '杭州北辰塘商品混凝土有限公司', shortName: '北辰塘', district: '临平区' },
];

export type PlantKey = 'puyan' | 'ningwei' | 'wenyan' | 'kangqiao' | 'chongxian' | 'tangqi';

export interface DemoPlant {
  readonly key: PlantKey;
  readonly enterprise: EnterpriseKey;
  readonly name: string;
  /** WGS-84 degrees. */
  readonly lng: number;
  readonly lat: number;
  /** Great-circle supply range, metres. */
  readonly radiusM: number;
}

/** South bank of the Qiantang river and along the canal in the north, as the city's plan says. */
export const DEMO_PLANTS: readonly DemoPlant[] = [
  {
    key: 'puyan',
    enterprise: 'QJ',
    name: '钱江湾浦沿站',
    lng: 120.152,
    lat: 30.1625,
    radiusM: 20_000,
  },
  {
    key: 'ningwei',
    enterprise: 'XS',
    name: '萧绍宁围站',
    lng: 120.299,
    lat: 30.2345,
    radiusM: 25_000,
  },
  {
    key: 'wenyan',
    enterprise: 'XS',
    name: '萧绍闻堰站',
    lng: 120.184,
    lat: 30.1185,
    radiusM: 18_000,
  },
  {
    key: 'kangqiao',
    enterprise: 'YH',
    name: '运河里康桥站',
    lng: 120.1425,
    lat: 30.364,
    radiusM: 15_000,
  },
  {
    key: 'chongxian',
    enterprise: 'YH',
    name: '运河里崇贤站',
    lng: 120.172,
    lat: 30.408,
    radiusM: 22_000,
  },
  {
    key: 'tangqi',
    enterprise: 'BC',
    name: '北辰塘塘栖站',
    lng: 120.188,
    lat: 30.472,
    radiusM: 35_000,
  },
];
