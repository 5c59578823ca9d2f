/**
 * A day of concrete as plain data: whatever crosses into a worker. Times are whole seconds from the
 * start of the operating day and may pass midnight; things are named by their place in the lists.
 */
export interface DayProblem {
  /** Nothing new begins before it: −Infinity for a day that is planned ahead. */
  readonly nowSec: number;
  readonly travel: TravelTable;
  readonly plants: readonly DayPlant[];
  readonly trucks: readonly DayTruck[];
  readonly pumps: readonly DayPump[];
  readonly orders: readonly DayOrder[];
  readonly limits: DayLimits;
  readonly weights: DayWeights;
  /** Whether trucks load in the order in which they come to a plant; left out: off. */
  readonly queueOrder?: 'strict' | 'preferred' | 'off';
}

/** From is inside, to is not. */
export interface Span {
  readonly fromSec: number;
  readonly toSec: number;
}

/** Travel between places (plants, yards and sites) by the hour of departure. */
export interface TravelTable {
  readonly places: number;
  /** Seconds on empty roads, `from * places + to`. */
  readonly freeSec: Float32Array;
  /** Kilometres by road, laid out alike. */
  readonly roadKm: Float32Array;
  /** What free seconds are multiplied by at each full hour of the day; between hours it goes over evenly. */
  readonly hourFactor: readonly number[];
  /** What slows ways down for a time; left out: nothing does. Made by `withJams`. */
  readonly jams?: JamTable;
  /** In which zones ways lie; left out: of none is it known. */
  readonly crossings?: WayCrossings;
}

/**
 * By `from * places + to`, the zones on a way, those that hold its ends among them. Of a way that is not in it only
 * the zone of a site at its end is known, for the site's `zoneSec`.
 */
export type WayCrossings = ReadonlyMap<number, readonly ZoneCrossing[]>;

/** A part of a way that lies in a zone, as shares of the time that the way takes: 0 at its beginning, 1 at its end. */
export interface ZoneCrossing {
  readonly zone: number;
  readonly from: number;
  readonly to: number;
}

/** A jam or road works: ways that begin or end at one of its places are slower while it lasts. */
export interface Jam extends Span {
  readonly places: readonly number[];
  /** Whether only ways between two of its places are; left out: no. */
  readonly isBetween?: boolean;
  /** So many times as slow, at least 1. Of several jams on a way the worst counts. */
  readonly factor: number;
}

/** Jams, and by place which of them it lies in. */
export interface JamTable {
  readonly all: readonly Jam[];
  readonly at: readonly (readonly number[])[];
}

export interface DayPlant {
  readonly id: string;
  readonly enterprise: number;
  readonly place: number;
  /** When it loads. */
  readonly open: Span;
  readonly lines: readonly DayLine[];
}

export interface DayLine {
  readonly id: string;
  readonly rateM3PerHour: number;
  /** When it cannot load: repairs, break-downs. */
  readonly closed: readonly Span[];
}

/** What a truck or a pump, with the one who drives it, may do today. */
export interface DayVehicle {
  readonly id: string;
  readonly enterprise: number;
  /** The enterprises it may work for: its own, and those it is hired or lent to. */
  readonly worksFor: readonly number[];
  readonly startPlace: number;
  readonly endPlace: number;
  readonly duty: Span;
  /** Codes of what forbids it every task today (registration, training …); empty when nothing does. */
  readonly forbidden: readonly string[];
  /** For each zone of the city, when it may be inside. */
  readonly zoneSpans: readonly (readonly Span[])[];
}

export interface DayTruck extends DayVehicle {
  readonly drumM3: number;
}

export interface DayPump extends DayVehicle {
  readonly reachM: number;
  readonly setUpSec: number;
  readonly washSec: number;
}

/** 0 emergency, 1 committed, 2 will-call; a lower number is served first. */
export type Priority = 0 | 1 | 2;

export interface DayOrder {
  readonly id: string;
  readonly place: number;
  /**
   * Orders of one site share its places: each names the same number, whole and not below 0, and the
   * first `places` of the site are those it may take. Left out: nobody else is there.
   */
  readonly site?: number;
  readonly priority: Priority;
  readonly volumeM3: number;
  /** When the first truck is wanted to begin, and by when it must. */
  readonly firstFromSec: number;
  readonly firstToSec: number;
  /** When the site takes concrete. */
  readonly open: Span;
  /** When it takes concrete again after that; left out: not any more. A pour is planned within `open`. */
  readonly nextOpen?: Span;
  /** How many trucks can discharge at the same time; numbered through the site, from 0. */
  readonly places: number;
  readonly dischargeSecPerM3: number;
  readonly dischargeFixedSec: number;
  /** From the end of discharge until the truck is off the site (rinsing the chute, signing). */
  readonly leaveSec: number;
  /** Wanted between the beginnings of two discharges; 0 for as soon as a place is free. */
  readonly spacingSec: number;
  /** Longest pause between discharges before a cold joint; Infinity where none can form. */
  readonly gapMaxSec: number;
  /**
   * Until when the pour was broken off last (a load refused, a stop, its pump down): the pause after what was
   * discharged by then may be any, for what lies there is the site's to care for. Pauses after later
   * discharges count again. Left out: it never was.
   */
  readonly brokenOffSec?: number;
  /** From batching to the end of discharge. */
  readonly ageMaxSec: number;
  /** Zone that holds the site, −1 for none. */
  readonly zone: number;
  /** Seconds of travel inside the zone before the site, and as many after it, where the zones on the way are not known. */
  readonly zoneSec: number;
  readonly sources: readonly Source[];
  /** m³ that each of several suppliers brings at most, all its plants together; left out: as the sources say. */
  readonly sharesM3?: readonly number[];
  /** Discharges of other plans at its site, which this one cannot move, in order of time; left out: none. */
  readonly others?: readonly OthersDischarge[];
  /** Pumps needed at once, with at least this reach; 0 for the chute. */
  readonly pumps: number;
  readonly reachM: number;
  /** The enterprise whose pumps come; left out: any supplier's. */
  readonly pumpsFrom?: number;
  /** Mortar for all its pumps, first and as one load that goes from pump to pump; 0 for none. */
  readonly primingM3: number;
  /** What is under way, done or held and stays as it is, in order of discharge. */
  readonly started: readonly StartedLoad[];
  /** Pumps that stand at it, are on their way or are held, and stay. */
  readonly startedPumps: readonly StartedPump[];
  /** What people have been told already, load by load after the started ones; changing it has a price. */
  readonly released: readonly ReleasedLoad[];
}

export interface StartedPump {
  readonly pump: number;
  readonly readySec: number;
  readonly washSec: number;
  /** It stays at least until then, whether or not anything comes; left out: until the last is out. */
  readonly untilSec?: number;
  /** It has not set out: people hold it there, and the rules are asked whether it may. Left out: it has. */
  readonly isHeld?: boolean;
}

export interface ReleasedLoad {
  readonly truck: number;
  readonly plant: number;
  /** When its driver was told to leave the plant. */
  readonly loadToSec: number;
}

/** A truck that another plan has at the site. */
export interface OthersDischarge {
  readonly place: number;
  readonly dischargeFromSec: number;
  readonly dischargeToSec: number;
  /** Whether it is a partner's, of the same pour: pauses count over it too. Else it only takes the place. */
  readonly isOfPour: boolean;
}

/** A plant that may supply the order. */
export interface Source {
  readonly plant: number;
  /** Most of it that may come from there, m³; what the site refused does not count. */
  readonly maxM3: number;
  /** Which of the order's shares it brings from; left out: of none. */
  readonly share?: number;
  /** Docking and paper work there for this order; left out: as long as the limits say. */
  readonly loadFixedSec?: number;
}

/** A load whose batching has begun, or that people hold: its times are facts or forecasts, not choices. */
export interface StartedLoad extends LoadTimes {
  readonly truck: number;
  readonly plant: number;
  readonly line: number;
  readonly place: number;
  readonly m3: number;
  readonly kind: LoadKind;
  /** m³ that the site did not take; they are to be delivered again. */
  readonly refusedM3: number;
  /** It has not begun: people hold it there, and the rules are asked whether its truck may. Left out: it has. */
  readonly isHeld?: boolean;
}

export type LoadKind = 'concrete' | 'priming_mortar';

export interface LoadTimes {
  readonly loadFromSec: number;
  readonly loadToSec: number;
  readonly arriveSec: number;
  readonly dischargeFromSec: number;
  readonly dischargeToSec: number;
  readonly leaveSec: number;
}

export interface DayLimits {
  /** Docking and paper work at a plant beside the batching itself, where a source says nothing else. */
  readonly loadFixedSec: number;
  /** Washing out after coming back, before the next loading. */
  readonly washSec: number;
  /** Longest driving without a stop of `breakSec` (Road Traffic Safety Law regulations §62(7): 4 h, 20 min). */
  readonly drivingMaxSec: number;
  readonly breakSec: number;
  /** Longest driving in one duty. */
  readonly dayDrivingMaxSec: number;
  /** Who leaves the plant no more than that earlier or later than he was told is told nothing new. */
  readonly unnoticedSec: number;
}

/** Prices that make the goals comparable: points for one unit of each. */
export interface DayWeights {
  readonly firstLatePerMin: number;
  readonly spacingPerMin: number;
  /** For a truck that stands loaded at a site. */
  readonly waitPerMin: number;
  /** For a truck that has come back and stands in the queue for a line. */
  readonly plantWaitPerMin: number;
  readonly emptyPerKm: number;
  /** For what is left unfilled of drums that drive to a site. */
  readonly wastePerM3: number;
  readonly changePerLoad: number;
  readonly fairnessPerTrip2: number;
  readonly fairnessPerHour2: number;
  /** For a load that jumps the queue of its plant; counts where queues are kept. */
  readonly jumpPerLoad: number;
}
