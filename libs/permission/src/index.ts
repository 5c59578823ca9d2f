export { allowedIntervals } from './allowed-intervals.js';
export type { PlateBinding } from './binds-plate.js';
export { bindsVehicle } from './binds-vehicle.js';
export { type DayCalendar, type DayClass, isDayOf, PLAIN_CALENDAR } from './day-calendar.js';
export type {
  DailyHours,
  DriverFact,
  DrivingFact,
  PassFact,
  PassRouteFact,
  PermissionFacts,
  TrainingFact,
  UseFact,
  VehicleFact,
  VehicleKind,
  WorkFact,
  ZoneFact,
  ZoneKind,
  ZonePlace,
  ZoneStay,
} from './facts.js';
export { judge } from './judge.js';
export { judgeOrderEntry, type OrderEntryVerdict, type SupplierFact } from './order-entry.js';
export { dayAfter, instantOfLocal, spansInHours } from './local-hours.js';
export { maySupply, type PlantLicence } from './plant-licence.js';
export {
  type Effect,
  forbids,
  type Reason,
  REASON_CODES,
  type ReasonCode,
  type Sentence,
} from './reason.js';
export { pumpReachM } from './pump-reach.js';
export { joined, overlapOf, without } from './spans.js';
export { localText } from './wording.js';
