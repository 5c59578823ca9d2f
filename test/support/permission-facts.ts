import type {
  DriverFact,
  PassFact,
  PassRouteFact,
  PermissionFacts,
  VehicleFact,
  WorkFact,
  ZoneFact,
} from '@tongyun/permission';

/** An instant by the Hangzhou clock: `on('2026-11-23', '07:30')`. */
export const on = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+08:00`);

/** An instant of Monday 23 November 2026, by the Hangzhou clock. */
export const at = (clock: string): Date => on('2026-11-23', clock);

/** Hours on every day of the week, `daily('22:00', '05:00')`. */
export const daily = (from: string, to: string) => ({
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromMin: minuteOf(from),
  toMin: minuteOf(to),
});
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

export const aZone = (over: Partial<ZoneFact> = {}): ZoneFact => ({
  zoneId: 'city',
  version: 3,
  name: '主城区',
  kind: 'built_up',
  hours: [],
  binds: ['mixer', 'boom_pump'],
  plateColors: [],
  plates: null,
  barredEmissionClasses: [],
  ...over,
});

export const aPass = (over: Partial<PassFact> = {}): PassFact => ({
  passNo: 'P-1',
  zoneIds: ['city'],
  hours: [],
  validFrom: on('2026-11-01', '00:00'),
  validTo: on('2026-12-01', '00:00'),
  state: 'valid',
  ...over,
});

/** A road of a pass that runs south to north over 20 km at a longitude, 50 m to both sides. */
export const aRoute = (over: Partial<PassRouteFact> & { readonly lng?: number } = {}) => {
  const { lng = 120.1, ...rest } = over;
  const path: PassRouteFact['path'] = [
    [lng, 30.2],
    [lng, 30.4],
  ];
  return { name: '文一西路', path, halfWidthM: 50, ...rest };
};

/** A registered mixer with a valid pass, the property of the enterprise `own`. */
export const aVehicle = (over: Partial<VehicleFact> = {}): VehicleFact => ({
  vehicleId: 'vehicle-1',
  kind: 'mixer',
  plateNo: '浙A12345',
  plateColor: 'yellow',
  isProvisional: false,
  registrationState: 'registered',
  ownerEnterpriseId: 'own',
  emissionClass: '国六',
  drumCapacityM3: 12,
  boomLengthM: null,
  lineLengthM: null,
  passes: [aPass()],
  uses: [],
  ...over,
});

/** A driver on duty with both trainings in force. */
export const aDriver = (over: Partial<DriverFact> = {}): DriverFact => ({
  driverId: 'driver-1',
  name: '陈建国',
  trainings: [
    { kind: 'skill', hasPassed: true, passedOn: '2026-01-10', expiresOn: '2027-01-09' },
    { kind: 'safety', hasPassed: true, passedOn: '2026-01-10', expiresOn: '2027-01-09' },
  ],
  isOnDuty: true,
  ...over,
});

/** Work that nothing stands against. */
export const aWork = (over: Partial<WorkFact> = {}): WorkFact => ({
  enterpriseId: 'own',
  isEnterpriseBarred: false,
  loadM3: 12,
  range: { plantName: '滨江站', distanceM: 18_000, limitM: 25_000, isInside: true },
  neededReachM: null,
  ...over,
});

/** A registered, passed and staffed mixer on its way through the built-up area. */
export const someFacts = (over: Partial<PermissionFacts> = {}): PermissionFacts => ({
  vehicle: aVehicle(),
  driver: aDriver(),
  work: aWork(),
  zones: [{ zone: aZone(), stay: null }],
  timeZone: 'Asia/Shanghai',
  policyVersion: '2026-1',
  ...over,
});
