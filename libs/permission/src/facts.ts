import type { Corridor } from '@tongyun/geo';
import type { Interval } from '@tongyun/kernel';
import type { PlateBinding } from './binds-plate.js';
import type { DayCalendar, DayClass } from './day-calendar.js';
import type { PlantLicence } from './plant-licence.js';

export type VehicleKind = 'mixer' | 'boom_pump' | 'line_pump' | 'trailer_pump';
export type ZoneKind =
  'built_up' | 'industrial_park' | 'central_town' | 'restricted_zone' | 'eco_sensitive';

/** Daily hours in local time; a list of them that is empty means always. */
export interface DailyHours {
  /** ISO weekdays on which a span begins, 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
  /** Days on which a span begins, by the calendar; left out: any. Both it and `weekdays` must hold. */
  readonly days?: DayClass | undefined;
  /** Minutes since local midnight, [0, 1440]. */
  readonly fromMin: number;
  /** As `fromMin`; below it the span runs across midnight, equal to it it lasts 24 hours. */
  readonly toMin: number;
}

/** A road that a pass prescribes: the strip to both sides of its middle line. */
export interface PassRouteFact extends Corridor {
  readonly name: string;
}

/** A road pass as stored; that it has expired follows from the clock. */
export interface PassFact {
  readonly passNo: string;
  readonly zoneIds: readonly string[];
  /** When it allows driving; empty: at all hours. */
  readonly hours: readonly DailyHours[];
  readonly validFrom: Date;
  /** First instant at which it is valid no more. */
  readonly validTo: Date;
  readonly state: 'pending' | 'valid' | 'suspended' | 'revoked';
  /** Until then the vehicle may still drive out of the zone it is in; null or left out: no grace. */
  readonly leaveBy?: Date | null | undefined;
  /** Until then it counts on, because its renewal is under review; null or left out: it does not. */
  readonly toleratedTo?: Date | null | undefined;
  /** Where in its zones it allows driving; empty or left out: on every road. */
  readonly routes?: readonly PassRouteFact[] | undefined;
}

export interface ZoneFact {
  readonly zoneId: string;
  readonly version: number;
  readonly name: string;
  readonly kind: ZoneKind;
  /** When it binds; empty: always. */
  readonly hours: readonly DailyHours[];
  /** The vehicle kinds it binds. */
  readonly binds: readonly VehicleKind[];
  /** Of those kinds, the colours of the plates it binds; empty: every one. */
  readonly plateColors: readonly string[];
  /** Of those, the plates it binds; null: every one. */
  readonly plates: PlateBinding | null;
  /** Emission classes that may not be in it whatever pass they carry. */
  readonly barredEmissionClasses: readonly string[];
}

export interface UseFact {
  readonly enterpriseId: string;
  /** own, hired, loaned, joint supply. */
  readonly kind: string;
  readonly validFrom: Date;
  /** First instant at which it holds no more; null: open-ended. */
  readonly validTo: Date | null;
}

export interface VehicleFact {
  readonly vehicleId: string;
  readonly kind: VehicleKind;
  /** Null for what carries no plate, such as a trailer pump. */
  readonly plateNo: string | null;
  /** Null: not known, or no plate. */
  readonly plateColor: string | null;
  /** Seen on the road, but nobody has entered it. */
  readonly isProvisional: boolean;
  /** Null: no registration was ever begun. */
  readonly registrationState: string | null;
  readonly ownerEnterpriseId: string | null;
  readonly emissionClass: string | null;
  readonly drumCapacityM3: number | null;
  readonly boomLengthM: number | null;
  /** Of the pipes of a line or trailer pump, m; null: not stated. */
  readonly lineLengthM: number | null;
  readonly passes: readonly PassFact[];
  readonly uses: readonly UseFact[];
}

export interface TrainingFact {
  readonly kind: 'skill' | 'safety';
  readonly hasPassed: boolean;
  /** Local calendar day from which it counts, `YYYY-MM-DD`. */
  readonly passedOn: string;
  /** Last local calendar day on which it counts, `YYYY-MM-DD`. */
  readonly expiresOn: string;
}

/** How long a driver has driven, as positions tell, against the limits in force; whole minutes. */
export interface DrivingFact {
  /** At the wheel without a rest; 0: he rests, or has not driven. */
  readonly sinceRestMin: number;
  readonly sinceRestLimitMin: number;
  /** The stop that makes a rest. */
  readonly restMin: number;
  /** At the wheel on this operating day. */
  readonly onDayMin: number;
  readonly onDayLimitMin: number;
  /** What the work will add to it; 0: not known. */
  readonly aheadMin: number;
}

export interface DriverFact {
  readonly driverId: string;
  readonly name: string;
  readonly trainings: readonly TrainingFact[];
  /** Null: not asked. */
  readonly isOnDuty: boolean | null;
  /** Null or left out: not asked. */
  readonly driving?: DrivingFact | null | undefined;
}

/** What the vehicle is to do; null in the facts when only the road is asked about. */
export interface WorkFact {
  readonly enterpriseId: string;
  readonly isEnterpriseBarred: boolean;
  /** The plant that is to supply; null or left out: not asked, or its concrete is made already. */
  readonly plant?: { readonly name: string; readonly licence: PlantLicence } | null | undefined;
  /** Concrete planned for the drum, or in it; null: not known or a pump. */
  readonly loadM3: number | null;
  /** True once `loadM3` is in the drum: above capacity it is then an overload on the road (R59). */
  readonly isLoaded?: boolean;
  /** The site against the supply range of the plant; null: not asked. */
  readonly range: {
    readonly plantName: string;
    readonly distanceM: number;
    /** Null where the range is drawn as a shape. */
    readonly limitM: number | null;
    readonly isInside: boolean;
  } | null;
  /** Reach that the pour needs of a boom, metres; null: none. */
  readonly neededReachM: number | null;
}

/** Where in a zone a vehicle is, or is to be: WGS-84, and by how many metres it may be elsewhere. */
export interface ZonePlace {
  readonly lng: number;
  readonly lat: number;
  readonly withinM: number;
}

/** A zone on the vehicle's way and when the vehicle is in it. */
export interface ZoneStay {
  readonly zone: ZoneFact;
  /** Null: the whole interval judged. */
  readonly stay: Interval | null;
  /** Left out: where in the zone is not asked, so the routes of passes are not judged. */
  readonly place?: ZonePlace | undefined;
}

/** Everything that permission is judged on; whoever asks loads it. */
export interface PermissionFacts {
  readonly vehicle: VehicleFact;
  /** Null: no driver is asked about. */
  readonly driver: DriverFact | null;
  readonly work: WorkFact | null;
  readonly zones: readonly ZoneStay[];
  /** IANA name in which hours and days are meant, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** Asked of a vehicle where it is, not of one to be sent: the grace to leave a zone counts. */
  readonly isUnderWay?: boolean | undefined;
  /** Left out: weekdays alone decide. */
  readonly calendar?: DayCalendar | undefined;
  /** Version of the rules and limits in force, repeated in every reason. */
  readonly policyVersion: string;
}
