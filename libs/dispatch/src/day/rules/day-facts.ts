import type {
  DayLoadRow,
  DayOrderRow,
  DayPumpJobRow,
  DayPumpRunRow,
  DayReturnRow,
} from '@tongyun/deliveries';
import type { Wgs84 } from '@tongyun/geo';
import type { Interval } from '@tongyun/kernel';
import type { Reason } from '@tongyun/permission';
import type { DayWeights } from '@tongyun/solver';
import type { OrderDurations } from './used-durations.js';

/** Everything that a day is planned on. */
export interface DayFacts {
  readonly now: Date;
  /** The operating day; seconds of the problem count from its start. */
  readonly day: Interval;
  /** What free travel is multiplied by at each full hour from the start of the day. */
  readonly hourFactor: readonly number[];
  readonly policy: DayPolicy;
  readonly plants: readonly FactPlant[];
  readonly vehicles: readonly FactVehicle[];
  /** Trained, and not needed for any of the vehicles. */
  readonly freeDrivers: readonly { readonly id: string; readonly name: string }[];
  readonly orders: readonly FactOrder[];
  /** The zones on the ways that its vehicles may take, where zones are in force. */
  readonly ways: FactWays;
  /** When the durations were learnt, ISO 8601; null: never. */
  readonly durationsLearntAt: string | null;
  readonly loads: readonly DayLoadRow[];
  readonly pumpJobs: readonly DayPumpJobRow[];
  /** What pumps did at its pours before others took over from them. */
  readonly pumpRuns: readonly DayPumpRunRow[];
  /** Trucks that were sent back with what they were to bring; of other orders' too, out or back. */
  readonly returns: readonly DayReturnRow[];
  /** What the day's pumps are at by now, or go to next, whatever day that is of. */
  readonly pumpsNow: readonly FactPumpNow[];
  readonly beside: Beside;
  readonly before: FactBefore;
}

/** What the operating day before still takes of this one. */
export interface FactBefore {
  /** When trucks and pumps are back; and trucks that are out for orders of a later day. */
  readonly vehicles: readonly { readonly vehicleId: string; readonly freeAt: Date }[];
  readonly lines: readonly { readonly lineId: string; readonly from: Date; readonly to: Date }[];
  /** By the chute: a pump has its place to itself. */
  readonly discharges: readonly {
    readonly siteId: string;
    readonly position: Wgs84;
    readonly place: number;
    readonly from: Date;
    readonly to: Date;
  }[];
}

/** The job that a pump has by now. */
export interface FactPumpNow extends Pick<DayPumpJobRow, 'state' | 'stageEvidence'> {
  readonly vehicleId: string;
  readonly orderId: string;
  readonly departAt: Date;
  readonly readyByAt: Date;
  readonly untilAt: Date;
  /** The episode of an alarm that it has not set out, or does not stand, in time; null: none goes on. */
  readonly lateAlertId: string | null;
}

/** What others plan and do at the sites of the day. */
export interface Beside {
  readonly orders: readonly FactBeside[];
  /** The plans that was read from: whoever changes one meanwhile has changed what is beside. */
  readonly plans: readonly PlanSeen[];
}

export interface PlanSeen {
  readonly planId: string;
  readonly revision: number;
}

/** An order of another enterprise at the site of one of the day's. */
export interface FactBeside {
  /** The day's own. */
  readonly orderId: string;
  readonly otherOrderId: string;
  readonly enterpriseId: string;
  /** Whether both bring shares of one pour. */
  readonly isOfPour: boolean;
  /** Whether it is known when all of it comes. */
  readonly isKnown: boolean;
  readonly discharges: readonly {
    readonly place: number;
    readonly from: Date;
    readonly to: Date;
  }[];
}

/** Policy in force at the start of the day; of one that has begun: now. */
export interface DayPolicy {
  readonly loadingMin: number;
  readonly setupMin: number;
  readonly dischargeMinPerM3: number;
  readonly pumpSetupMin: number;
  readonly pumpTeardownMin: number;
  readonly gapMaxMin: number;
  readonly firstLateMaxMin: number;
  readonly dockMin: number;
  readonly leaveMin: number;
  readonly washMin: number;
  readonly zoneApproachMin: number;
  readonly callInBeforeMin: number;
  /** Who is to leave, or to be done, no more than that earlier or later than he was told is told nothing new. */
  readonly toldAgainMin: number;
  readonly drivingMaxMin: number;
  readonly restMin: number;
  readonly dayDrivingMaxMin: number;
  readonly weights: DayWeights;
  /** Whether trucks load in the order in which they come to a plant. */
  readonly queueOrder: 'strict' | 'preferred' | 'off';
}

export interface FactPlant {
  readonly id: string;
  readonly name: string;
  readonly position: Wgs84;
  /** When it loads, in order of time, at least one span. */
  readonly open: readonly Interval[];
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly rateM3PerHour: number;
  }[];
}

export interface FactVehicle {
  readonly id: string;
  readonly kind: 'mixer' | 'boom_pump' | 'line_pump' | 'trailer_pump';
  readonly plateNo: string | null;
  readonly fleetNo: string | null;
  readonly drumM3: number | null;
  /** Of a pump, m; null: not known. Infinity: as far as a site needs. */
  readonly reachM: number | null;
  readonly use: 'own' | 'hired' | 'loaned' | 'joint_supply';
  readonly driverId: string | null;
  readonly driverName: string | null;
  readonly duty: Interval;
  /** When its driver clocked in for the day; null: not yet. */
  readonly clockedInAt: Date | null;
  /** Where it starts the day, and where it ends it. */
  readonly homePlantId: string;
  readonly endPlantId: string;
  /** Whether its enterprise said so; else it is a guess. */
  readonly isHomeStated: boolean;
  readonly reasons: readonly Reason[];
  /** Those of them that stand whoever drives it. */
  readonly ownReasons: readonly Reason[];
  /** Codes of what keeps it from every task of the day. */
  readonly forbidden: readonly string[];
  /** For each set of zones that holds a site, and each zone on a way, when it may be inside. */
  readonly zoneSpans: readonly (readonly Interval[])[];
}

export interface FactOrder extends DayOrderRow {
  readonly position: Wgs84;
  /** The set of zones that holds the site; −1: none. */
  readonly zoneSet: number;
  readonly ageMaxMin: number;
  readonly sourcePlantIds: readonly string[];
  /** When its site takes concrete, in order of time. */
  readonly access: readonly Interval[];
  readonly durations: OrderDurations;
}

/** By `wayKey`, the zones on each way; of one that is not in it they are not known. */
export type FactWays = ReadonlyMap<string, FactWay>;

/** What a way between plants and sites is known by: the plants' ids and those of the sites' orders. */
export const wayKey = (fromId: string, toId: string): string => `${fromId};${toId}`;

export interface FactWay {
  /** Whether its zones are those of the road, not a guess from its ends. */
  readonly isByRoad: boolean;
  readonly crossings: readonly FactCrossing[];
}

/** A part of a way in a set of zones, as shares of the time that the way takes, [0, 1]. */
export interface FactCrossing {
  readonly zoneSet: number;
  readonly from: number;
  readonly to: number;
}

/** Ways between all plants, then all orders' sites, in memory that planning threads share and nobody changes. */
export interface DayTravel {
  readonly source: 'osrm' | 'estimate';
  /** Seconds on empty roads, `from * places + to`. */
  readonly freeSec: Float32Array;
  readonly roadKm: Float32Array;
}

const MS_PER_SEC = 1_000;

/** Whole seconds from the start of the day; negative before it. */
export const secOf = ({ day }: Pick<DayFacts, 'day'>, at: Date | string): number =>
  Math.round((new Date(at).getTime() - day.from.getTime()) / MS_PER_SEC);

/** The instant of a second of the day. */
export const atOf = ({ day }: Pick<DayFacts, 'day'>, sec: number): Date =>
  new Date(day.from.getTime() + sec * MS_PER_SEC);
