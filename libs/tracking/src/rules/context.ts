import type { LngLat, PolygonArea, SegmentSpan } from '@tongyun/geo';
import type { DayCalendar, VehicleFact, ZoneFact } from '@tongyun/permission';
import type { Fence } from './inputs.js';

/** `dispatch`: plans here; `declared`: trips come from outside; `tracked`: positions only. */
export type EnterpriseMode = 'dispatch' | 'declared' | 'tracked';

/** Thresholds in force at the input's time; `policy` says where each comes from. */
export interface JudgePolicy {
  readonly radiusConfirmFixes: number;
  readonly radiusMarginM: number;
  readonly zoneConfirmFixes: number;
  readonly zoneMarginM: number;
  readonly endFixes: number;
  readonly offlineAfterMin: number;
  readonly fenceExitMarginM: number;
  /** Between two fixes no further apart the vehicle is taken to have driven straight. */
  readonly passageMaxGapSec: number;
  readonly futureToleranceSec: number;
  readonly maxSpeedKph: number;
  readonly worstAccuracyM: number;
  /** How old a fix may be on arrival and still be judged. */
  readonly lateWithinHours: number;
  readonly movingFromKph: number;
  readonly overspeedKph: number;
  /** In a built-up area or a central town. */
  readonly overspeedTownKph: number;
  readonly overspeedHoldSec: number;
  readonly drivingLimitMin: number;
  readonly drivingRestMin: number;
  readonly drivingWarnBeforeMin: number;
  readonly dailyDrivingMin: number;
  readonly operatingDayStartHour: number;
  readonly longStopMin: number;
  readonly unloadTimeoutMin: number;
  readonly lateReturnMin: number;
  /** How much later than planned a pump may set out, and stand. */
  readonly pumpDepartureLateMin: number;
  readonly pumpReadyLateMin: number;
  readonly offRouteFactor: number;
  readonly offRouteSlackM: number;
  /** How far off the known way of a trip is off route. */
  readonly offRouteCorridorM: number;
  /** Fixes in a row that make an alert of what a vehicle does, where no other number is set. */
  readonly watchConfirmFixes: number;
  readonly calendar: DayCalendar;
  readonly version: string;
}

/** The zones in force, behind an index. */
export interface ZoneMap {
  readonly version: string;
  /** Zones that cover the WGS-84 point, border inside. */
  zonesAt(lng: number, lat: number): readonly string[];
  /** Zones whose border is within `withinM` metres of the point. */
  zonesNear(lng: number, lat: number, withinM: number): readonly string[];
  /** Zones that the straight way between two points touches, also with neither end inside. */
  zonesAlong(from: LngLat, to: LngLat): readonly string[];
  /** The parts of the straight way between two points that lie in a zone; none in one not in force. */
  spansIn(zoneId: string, from: LngLat, to: LngLat): readonly SegmentSpan[];
  factOf(zoneId: string): ZoneFact | undefined;
  /** The highest speed in a zone, km/h; null: it has none of its own. */
  speedLimitOf(zoneId: string): number | null;
  /** The lowest of them, km/h; infinite where no zone has one. */
  readonly lowestSpeedLimitKph: number;
}

/** The supply range of a plant; either `radiusM` or `area` is set. */
export interface PlantRange {
  readonly plantId: string;
  readonly lng: number;
  readonly lat: number;
  readonly radiusM: number | null;
  readonly area: PolygonArea | null;
  readonly version: string;
}

/** What the steps are told beside state and input: the facts in force at the input's time. */
export interface JudgeContext {
  readonly vehicleId: string;
  /** Null: nothing is known that could be held against it. */
  readonly vehicle: VehicleFact | null;
  readonly policy: JudgePolicy;
  readonly zones: ZoneMap;
  rangeOf(plantId: string): PlantRange | null;
  /** The plants of an enterprise, each with the fence around its yard. */
  plantsOf(enterpriseId: string): readonly Fence[];
  /** Null: no enterprise of that id is known. */
  modeOf(enterpriseId: string): EnterpriseMode | null;
  /** IANA name in which hours are meant. */
  readonly timeZone: string;
}
