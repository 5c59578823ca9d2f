import { DEMO_ENTERPRISES, type EnterpriseKey } from './enterprises.js';
import { DEMO_VEHICLES } from './vehicles.js';

/** How a driver's trainings stand. */
export type Schooling = 'in_order' | 'no_safety' | 'skill_expired';

export interface DemoDriver {
  readonly enterprise: EnterpriseKey;
  readonly name: string;
  /** Invented; also how the scenario's files name him. */
  readonly phone: string;
  readonly schooling: Schooling;
}

const SURNAMES = [...'陈王李张沈徐周吴朱俞许何'];
const GIVEN_NAMES = ['建国', '国强', '志明', '永根', '海江', '水良', '金法', '伟民', '关荣'];
const SCHOOLING: Readonly<Record<number, Schooling>> = { 9: 'no_safety', 25: 'skill_expired' };

/** One for each vehicle, in the vehicles' order within the enterprise. */
export const DEMO_DRIVERS: readonly DemoDriver[] = DEMO_ENTERPRISES.flatMap(({ key }) =>
  DEMO_VEHICLES.filter(({ enterprise }) => enterprise === key).map(() => key),
).map((enterprise, index) => ({
  enterprise,
  name: `${SURNAMES[index % SURNAMES.length]}${GIVEN_NAMES[(index * 5 + Math.floor(index / 12)) % GIVEN_NAMES.length]}`,
  phone: `1380000${String(index + 1).padStart(4, '0')}`,
  schooling: SCHOOLING[index + 1] ?? 'in_order',
}));
