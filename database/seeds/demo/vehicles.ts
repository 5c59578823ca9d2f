import type { EnterpriseKey } from './enterprises.js';

/** How a vehicle's papers stand; most are in order, the others let every reason be seen. */
export type Papers =
  | 'in_order'
  /** Entered in the fleet, nothing ever submitted. */
  | 'never_submitted'
  /** Submitted and not decided on yet. */
  | 'under_review'
  | 'registration_suspended'
  /** Its only pass ended days ago. */
  | 'pass_expired'
  /** Its only pass is for the night. */
  | 'night_pass'
  | 'no_pass';

interface Common {
  readonly enterprise: EnterpriseKey;
  /** Painted on the vehicle, such as `QJ-03`; also how the scenario's files name it. */
  readonly fleetNo: string;
  readonly papers: Papers;
}
export interface DemoMixer extends Common {
  readonly kind: 'mixer';
  readonly plateNo: string;
  readonly plateColor: 'yellow' | 'yellow_green';
  readonly drumCapacityM3: number;
  readonly tareKg: number;
  /** SIM number of its terminal; the zeros that pad it on the wire are no part of it. */
  readonly terminalPhone: string;
  /** True for the two that a haulier owns and hires out to the enterprise. */
  readonly isHired: boolean;
}
export interface DemoBoomPump extends Common {
  readonly kind: 'boom_pump';
  readonly plateNo: string;
  readonly plateColor: 'yellow';
  readonly boomLengthM: number;
}
export interface DemoTrailerPump extends Common {
  readonly kind: 'trailer_pump';
  readonly equipmentNo: string;
}
export type DemoVehicle = DemoMixer | DemoBoomPump | DemoTrailerPump;

export const DEMO_HAULIER = '杭州顺途专用车运输有限公司';

const MIXER_COUNTS: readonly [EnterpriseKey, number][] = [
  ['QJ', 14],
  ['YH', 12],
  ['XS', 12],
  ['BC', 6],
];
const DRUMS_M3 = [12, 10, 15, 12, 8, 14];
/** Empty mass of a mixer: chassis and some 400 kg for each cubic metre of drum. */
const tareKgOf = (drumCapacityM3: number): number => 9_000 + 400 * drumCapacityM3;
const HIRED = ['QJ-13', 'YH-12'];

const PAPERS: Readonly<Record<string, Papers>> = {
  'QJ-11': 'never_submitted',
  'YH-10': 'under_review',
  'XS-09': 'registration_suspended',
  'QJ-12': 'pass_expired',
  'XS-10': 'pass_expired',
  'YH-11': 'night_pass',
  'BC-06': 'no_pass',
};

const numbered = (key: EnterpriseKey, nth: number): string =>
  `${key}-${String(nth).padStart(2, '0')}`;

/** A plate for the nth mixer: every fifth is electric and carries a yellow-green one. */
function plateOf(nth: number): Pick<DemoMixer, 'plateNo' | 'plateColor'> {
  const serial = 10_000 + ((nth * 7_919) % 90_000);
  if (nth % 5 === 0) return { plateNo: `浙A${serial}D`, plateColor: 'yellow_green' };
  const letter = 'BCEFGHKLMN'[nth % 10];
  const digits = String(serial);
  return { plateNo: `浙A${digits[0]}${letter}${digits.slice(2)}`, plateColor: 'yellow' };
}

const DEMO_MIXERS: readonly DemoMixer[] = MIXER_COUNTS.flatMap(([enterprise, count]) =>
  Array.from({ length: count }, (_, index) => ({
    enterprise,
    fleetNo: numbered(enterprise, index + 1),
  })),
).map(({ enterprise, fleetNo }, index) => {
  const drumCapacityM3 = DRUMS_M3[index % DRUMS_M3.length]!;
  return {
    kind: 'mixer',
    enterprise,
    fleetNo,
    ...plateOf(index + 1),
    drumCapacityM3,
    tareKg: tareKgOf(drumCapacityM3),
    terminalPhone: `1380001${String(index + 1).padStart(4, '0')}`,
    isHired: HIRED.includes(fleetNo),
    papers: PAPERS[fleetNo] ?? 'in_order',
  };
});

const boomPump = (
  enterprise: EnterpriseKey,
  fleetNo: string,
  plateNo: string,
  boomLengthM: number,
): DemoBoomPump => ({
  kind: 'boom_pump',
  enterprise,
  fleetNo,
  plateNo,
  plateColor: 'yellow',
  boomLengthM,
  papers: 'in_order',
});

const trailerPump = (enterprise: EnterpriseKey, fleetNo: string): DemoTrailerPump => ({
  kind: 'trailer_pump',
  enterprise,
  fleetNo,
  equipmentNo: `HBT80-${fleetNo}`,
  papers: 'in_order',
});

export const DEMO_VEHICLES: readonly DemoVehicle[] = [
  ...DEMO_MIXERS,
  boomPump('QJ', 'QJ-B1', '浙A6P062', 62),
  boomPump('QJ', 'QJ-B2', '浙A6P047', 47),
  boomPump('YH', 'YH-B1', '浙A6P052', 52),
  boomPump('XS', 'XS-B1', '浙A6P056', 56),
  boomPump('BC', 'BC-B1', '浙A6P037', 37),
  trailerPump('YH', 'YH-T1'),
  trailerPump('XS', 'XS-T1'),
];
