import type { ReasonRule } from '../judged-case.js';
import { judgeDrumCapacity } from './above-drum-capacity.js';
import { judgeDriverDuty } from './driver-off-duty.js';
import { judgeDrivingHours } from './driving-hours.js';
import { judgeEmissionClass } from './emission-class.js';
import { judgeEnterpriseStanding } from './enterprise-barred.js';
import { judgeMissingPass } from './no-pass.js';
import { judgeRegistration } from './not-registered.js';
import { judgePassRoute } from './off-permitted-route.js';
import { judgePassHours } from './outside-pass-hours.js';
import { judgePassZone } from './outside-pass-zone.js';
import { judgeOverload } from './overload.js';
import { judgePassExpiry } from './pass-expired.js';
import { judgePassSuspension } from './pass-suspended.js';
import { judgePumpReach } from './pump-out-of-reach.js';
import { judgeRegistrationSuspension } from './registration-suspended.js';
import { judgePlantLicence } from './plant-not-licensed.js';
import { judgeSupplyRange } from './site-out-of-radius.js';
import { judgeTrainingExpiry } from './training-expired.js';
import { judgeUse } from './undeclared-use.js';
import { judgeSafetyTraining } from './untrained-safety.js';
import { judgeSkillTraining } from './untrained-skill.js';

/** Everything that permission depends on, in the order it is told; the list is the definition. */
export const REASON_RULES: readonly ReasonRule[] = [
  judgeRegistrationSuspension,
  judgeRegistration,
  judgeMissingPass,
  judgePassSuspension,
  judgePassExpiry,
  judgePassZone,
  judgePassHours,
  judgePassRoute,
  judgeEmissionClass,
  judgeOverload,
  judgeEnterpriseStanding,
  judgePlantLicence,
  judgeUse,
  judgeSkillTraining,
  judgeSafetyTraining,
  judgeTrainingExpiry,
  judgeDriverDuty,
  judgeDrivingHours,
  judgeSupplyRange,
  judgePumpReach,
  judgeDrumCapacity,
];
