import { buildGeofenceIndex, type LngLat, spansInside } from '@tongyun/geo';
import { PLAIN_CALENDAR } from '@tongyun/permission';
import { aVehicle, aZone } from './permission-facts.js';
import { drawnZone, placeOfColumn } from './drawn-path.js';

/** The limits that ship, as the judge is told them. */
export const SHIPPED_LIMITS = {
  radiusConfirmFixes: 3,
  radiusMarginM: 200,
  zoneConfirmFixes: 3,
  zoneMarginM: 30,
  endFixes: 3,
  offlineAfterMin: 10,
  fenceExitMarginM: 50,
  passageMaxGapSec: 60,
  futureToleranceSec: 300,
  maxSpeedKph: 150,
  worstAccuracyM: 200,
  lateWithinHours: 72,
  movingFromKph: 5,
  overspeedKph: 80,
  overspeedTownKph: 60,
  overspeedHoldSec: 15,
  drivingLimitMin: 240,
  drivingRestMin: 20,
  drivingWarnBeforeMin: 30,
  dailyDrivingMin: 480,
  operatingDayStartHour: 4,
  longStopMin: 20,
  unloadTimeoutMin: 90,
  lateReturnMin: 90,
  pumpDepartureLateMin: 10,
  pumpReadyLateMin: 0,
  offRouteFactor: 1.6,
  offRouteSlackM: 3_000,
  offRouteCorridorM: 1_500,
  watchConfirmFixes: 2,
  calendar: PLAIN_CALENDAR,
  version: 'shipped',
};

/** A zone map with the one zone that is drawn with `=`. */
export function aZoneMap(
  row: string,
  columnM: number,
  fact = aZone(),
  speedLimitKph: number | null = null,
) {
  const area = drawnZone(row, columnM);
  const index = buildGeofenceIndex([{ id: fact.zoneId, area }]);
  return {
    version: 'drawn',
    zonesAt: (lng: number, lat: number) => index.zonesAt(lng, lat),
    zonesNear: (lng: number, lat: number, withinM: number) => index.zonesNear(lng, lat, withinM),
    zonesAlong: (from: LngLat, to: LngLat) => index.zonesAlong(from, to),
    spansIn: (zoneId: string, from: LngLat, to: LngLat) =>
      zoneId === fact.zoneId ? spansInside(from, to, area) : [],
    factOf: (zoneId: string) => (zoneId === fact.zoneId ? fact : undefined),
    lowestSpeedLimitKph: speedLimitKph ?? Number.POSITIVE_INFINITY,
    speedLimitOf: (zoneId: string) => (zoneId === fact.zoneId ? speedLimitKph : null),
  };
}

/** The range of a plant at a drawing's first column. */
export const aDrawnRange = (radiusM: number) => ({
  plantId: 'plant-1',
  ...placeOfColumn(0, 1),
  radiusM,
  area: null,
  version: 'range-1',
});

/** What a judge that knows a registered mixer and no zone is told. */
export const aJudgeContext = <Change extends object>(change: Change) => ({
  vehicleId: 'vehicle-1',
  vehicle: aVehicle(),
  policy: SHIPPED_LIMITS,
  zones: aZoneMap('=', 1, aZone({ zoneId: 'elsewhere', binds: [] })),
  rangeOf: () => null,
  plantsOf: () => [],
  modeOf: () => 'tracked' as const,
  timeZone: 'Asia/Shanghai',
  ...change,
});

/** A trip from the plant at column 0 to a site, `siteColumn` columns away. */
export const aTripFacts = (change: object = {}) => ({
  tripId: 'trip-1',
  enterpriseId: 'own',
  driverId: 'driver-1',
  stage: 'en_route' as const,
  isLoaded: true,
  leftPlantAtMs: null,
  batchedAtMs: null,
  arrivedAtMs: null,
  unloadStartAtMs: null,
  unloadEndAtMs: null,
  lifeWarnMin: 60,
  lifeLimitMin: 90,
  plant: { id: 'plant-1', ...placeOfColumn(0, 1), radiusM: 200 },
  batchedPlantId: 'plant-1',
  site: { id: 'site-1', ...placeOfColumn(400, 100), radiusM: 150 },
  way: null,
  ...change,
});

/** A fix of a terminal in the city, received when it was true. */
export const aFixAt = (at: Date) => ({
  kind: 'fix' as const,
  at,
  receivedAt: at,
  source: 'terminal' as const,
  driverId: null,
  lng: 120.1,
  lat: 30.25,
  isLocated: true,
  accuracyM: null,
  speedKph: null,
  alarmBits: 0,
  drumState: null,
});
