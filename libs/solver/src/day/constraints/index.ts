import { alreadyPast } from './already-past.js';
import { coldJoint } from './cold-joint.js';
import { concreteAge } from './concrete-age.js';
import { drivingHours } from './driving-hours.js';
import { noAgreement } from './no-agreement.js';
import { passHours } from './pass-hours.js';
import { placeTaken } from './place-taken.js';
import { plantHours } from './plant-hours.js';
import type { PumpRule } from './pump-try.js';
import { pumpBusy } from './pump-busy.js';
import { pumpDuty } from './pump-duty.js';
import { pumpForbidden } from './pump-forbidden.js';
import { pumpNoAgreement } from './pump-no-agreement.js';
import { pumpPassHours } from './pump-pass-hours.js';
import { pumpReach } from './pump-reach.js';
import { pumpsReady } from './pumps-ready.js';
import { siteHours } from './site-hours.js';
import type { TripRule } from './trip-try.js';
import { truckBusy } from './truck-busy.js';
import { truckDuty } from './truck-duty.js';
import { vehicleForbidden } from './vehicle-forbidden.js';

/** What a load must keep, cheap and telling rules first: the first that forbids is the reason shown. */
export const TRIP_RULES: readonly TripRule[] = [
  alreadyPast,
  vehicleForbidden,
  noAgreement,
  plantHours,
  coldJoint,
  placeTaken,
  siteHours,
  concreteAge,
  pumpsReady,
  truckDuty,
  truckBusy,
  passHours,
  drivingHours,
];

/** What a pump's stay must keep. */
export const PUMP_RULES: readonly PumpRule[] = [
  pumpForbidden,
  pumpReach,
  pumpNoAgreement,
  pumpDuty,
  pumpBusy,
  pumpPassHours,
];
