import type { ZoneKind } from '@tongyun/contracts';

type Corner = [lng: number, lat: number];

export interface DemoZone {
  readonly name: string;
  readonly kind: ZoneKind;
  /** Local hours in which it binds, minutes since midnight; null: always. */
  readonly hours: { readonly fromMin: number; readonly toMin: number } | null;
  /** WGS-84 corners, drawn by hand for this demo; the ring is closed by the loader. */
  readonly corners: readonly Corner[];
}

/** A sketch of the city: none of these lines is an official boundary. */
export const DEMO_ZONES: readonly DemoZone[] = [
  {
    name: '杭州主城区建成区（演示）',
    kind: 'built_up',
    hours: null,
    corners: [
      [120.088, 30.298],
      [120.088, 30.318],
      [120.1, 30.336],
      [120.124, 30.346],
      [120.152, 30.35],
      [120.178, 30.348],
      [120.2, 30.344],
      [120.226, 30.338],
      [120.25, 30.33],
      [120.274, 30.318],
      [120.286, 30.302],
      [120.29, 30.284],
      [120.28, 30.266],
      [120.264, 30.25],
      [120.258, 30.23],
      [120.252, 30.212],
      [120.238, 30.194],
      [120.22, 30.182],
      [120.198, 30.176],
      [120.178, 30.178],
      [120.16, 30.186],
      [120.138, 30.196],
      [120.124, 30.212],
      [120.112, 30.232],
      [120.106, 30.256],
      [120.096, 30.278],
    ],
  },
  {
    name: '西湖景区禁行区域（演示）',
    kind: 'restricted_zone',
    hours: null,
    corners: [
      [120.122, 30.258],
      [120.132, 30.262],
      [120.148, 30.262],
      [120.16, 30.256],
      [120.162, 30.244],
      [120.158, 30.232],
      [120.146, 30.226],
      [120.132, 30.228],
      [120.122, 30.238],
    ],
  },
  {
    name: '下沙工业园区（演示）',
    kind: 'industrial_park',
    hours: null,
    corners: [
      [120.312, 30.296],
      [120.322, 30.328],
      [120.352, 30.338],
      [120.384, 30.326],
      [120.392, 30.302],
      [120.37, 30.284],
      [120.336, 30.282],
    ],
  },
  {
    name: '临平工业园区（演示）',
    kind: 'industrial_park',
    hours: { fromMin: 6 * 60, toMin: 22 * 60 },
    corners: [
      [120.27, 30.43],
      [120.276, 30.458],
      [120.306, 30.466],
      [120.33, 30.452],
      [120.326, 30.428],
      [120.3, 30.418],
    ],
  },
  {
    name: '良渚中心城镇（演示）',
    kind: 'central_town',
    hours: { fromMin: 7 * 60, toMin: 19 * 60 },
    corners: [
      [120.022, 30.364],
      [120.028, 30.388],
      [120.052, 30.394],
      [120.07, 30.382],
      [120.066, 30.362],
      [120.042, 30.354],
    ],
  },
];

/** What a usual pass allows: every zone but the scenic one. */
export const PASS_ZONE_NAMES: readonly string[] = DEMO_ZONES.filter(
  ({ kind }) => kind !== 'restricted_zone',
).map(({ name }) => name);
