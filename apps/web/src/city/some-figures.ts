import type { EnterpriseFigures } from '@tongyun/contracts';

/** An enterprise's figures of a day, as a test has them. */
export const someFigures = (change: Partial<EnterpriseFigures> = {}): EnterpriseFigures => ({
  enterpriseId: 'a',
  name: '甲',
  district: '滨江',
  mode: 'dispatch',
  creditGrade: null,
  isBarred: false,
  plants: 1,
  lines: 2,
  designM3PerYear: 365_000,
  mixers: 10,
  pumps: 2,
  registeredVehicles: 9,
  vehiclesWithPass: 6,
  vehiclesHeard: 8,
  drivers: 12,
  trainedDrivers: 11,
  trips: 40,
  m3: 480,
  declaredTrips: 0,
  declaredM3: 0,
  alerts: {},
  ...change,
});
