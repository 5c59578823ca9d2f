import type { DayLoadRow, DayPumpJobRow } from '@tongyun/deliveries';
import { dischargeSecOf, type LoadKind, type StartedLoad, type StartedPump } from '@tongyun/solver';
import { type DayFacts, type FactOrder, secOf } from './day-facts.js';

/** A load of the problem that is no choice any more, with whose row it is. */
export interface FixedLoad extends StartedLoad {
  /** Of a truck that was sent back with all of it: the trip's id. */
  readonly loadId: string;
}

export interface FixedPump extends StartedPump {
  readonly jobId: string;
}

interface FixedAt {
  readonly truck: number;
  readonly plant: number;
  readonly waySec: number;
  readonly pumpsReadySec: number;
}

const ON_THE_WAY: readonly string[] = ['on_trip', 'delivered', 'returned_part'];

/** Whether the load's truck has begun on it. */
export const hasBegun = (load: Pick<DayLoadRow, 'state'>): boolean =>
  ON_THE_WAY.includes(load.state);

/** What a load is to the planner, to which wet mortar is like concrete. */
export const plannedAs = (kind: DayLoadRow['kind']): LoadKind =>
  kind === 'priming_mortar' ? kind : 'concrete';

type CameWith = Pick<DayLoadRow, 'state' | 'undeliveredM3'>;

/**
 * Whether the load came to its site and was discharged there, though the site may have signed for a
 * part of it. What a truck took on elsewhere after a part was cut from its load is no visit.
 */
export const hasCome = ({ state, undeliveredM3 }: CameWith): boolean =>
  state === 'delivered' || (state === 'returned_part' && (undeliveredM3 ?? 0) > 0);

/**
 * Volume of an order that its site took of loads whose rest went elsewhere, m³.
 *
 * @param fixed what is planned around as a visit, where what was taken is counted; nothing, unless told otherwise
 */
export const takenInPartM3 = (
  { loads }: Pick<DayFacts, 'loads'>,
  orderId: string,
  fixed: readonly Pick<FixedLoad, 'loadId'>[] = [],
): number =>
  loads
    .filter((load) => load.orderId === orderId && load.state === 'returned_part' && !hasCome(load))
    .filter(({ id }) => !fixed.some(({ loadId }) => loadId === id))
    .reduce((sum, { plannedM3 }) => sum + plannedM3, 0);

/**
 * Volume of a load that its site refused when it signed, m³: it is to be brought again. Nothing of a
 * load that was refused whole: that one is wanted again itself.
 */
export const refusedM3Of = (load: CameWith & Pick<DayLoadRow, 'refusedM3'>): number =>
  hasCome(load) ? (load.refusedM3 ?? 0) : 0;

/** Whether the pump is on its way to the site or there. */
export const hasLeft = (job: Pick<DayPumpJobRow, 'state' | 'startsAt'>, now: Date): boolean =>
  job.state !== 'planned' &&
  (job.state !== 'released' || (job.startsAt !== null && job.startsAt <= now));

/**
 * A pump that is on its way or there as the planner takes it: ready when its operator said so or the
 * first concrete went through it, and until then by a forecast that is never before now. One that is
 * being set up takes its full time for it; one on the way comes as planned, but has to be set up yet;
 * one that has not set out has all of its way before it. One that was sent by hand stays for as long as it was told.
 *
 * @param pump its place among the day's pumps
 * @param wayLeftSec seconds it has yet to drive, of one that has not set out though it should have
 */
export function toFixedPump(
  facts: DayFacts,
  job: DayPumpJobRow,
  pump: number,
  wayLeftSec: number | null = null,
): FixedPump {
  const { pumpSetupMin, pumpTeardownMin } = facts.policy;
  const { travelling, setting_up, ...there } = job.stageEvidence;
  const nowSec = secOf(facts, facts.now);
  const setupSec = pumpSetupMin * 60;
  const knownSecs = [
    ...Object.values(there).map(({ at }) => at),
    ...facts.loads.flatMap(({ orderId, unloadStartAt: at }) => {
      // What was poured before its time went through a pump that was taken off the job.
      const isThrough = orderId === job.orderId && at !== null && at >= (job.startsAt ?? at);
      return isThrough ? [at] : [];
    }),
  ].map((at) => secOf(facts, at));
  const plannedSec = secOf(facts, job.readyByAt);
  const isToSetUp = travelling !== undefined || wayLeftSec !== null;
  const forecastSec = setting_up
    ? Math.max(secOf(facts, setting_up.at) + setupSec, nowSec)
    : Math.max(plannedSec, nowSec + (isToSetUp ? (wayLeftSec ?? 0) + setupSec : 0));
  const readySec = knownSecs.length > 0 ? Math.min(...knownSecs) : forecastSec;
  const fixed = { jobId: job.id, pump, readySec, washSec: pumpTeardownMin * 60 };
  const isTheirs = job.isByHand && job.state !== 'left';
  return isTheirs ? { ...fixed, untilSec: secOf(facts, job.untilAt) } : fixed;
}

/**
 * A load under way or done as the planner takes it: the times that are known, and for those that
 * are not a forecast that is never before now. Null when its truck or plant is not one of the day's.
 *
 * @param waySec seconds from plant to site
 * @param pumpsReadySec from when its pumps take it; -Infinity: it needs none
 */
export function toFixedLoad(
  facts: DayFacts,
  order: FactOrder,
  load: DayLoadRow,
  { truck, plant, waySec, pumpsReadySec }: FixedAt,
): FixedLoad {
  const { policy } = facts;
  const nowSec = secOf(facts, facts.now);
  const known = (at: Date | null): number | null => (at === null ? null : secOf(facts, at));
  const forecast = (at: Date | null, sec: number): number => known(at) ?? Math.max(sec, nowSec);
  const leftAt = load.leftPlantAt ?? load.arrivedAt ?? load.unloadStartAt ?? load.unloadEndAt;
  const m3 = load.batchedM3 ?? load.plannedM3;
  const loadingSec = policy.loadingMin * 60;
  const plannedToSec = known(load.startsAt) ?? nowSec;
  const loadToSec = known(leftAt) ?? Math.max(plannedToSec, nowSec);
  // Who says that he loads when he comes to the plant, hours before his turn, waits there until then.
  const turnSec = Math.min(plannedToSec, loadToSec) - loadingSec;
  const saidSec = known(load.loadStartAt) ?? loadToSec - loadingSec;
  const loadFromSec = Math.min(Math.max(saidSec, turnSec), loadToSec);
  const arriveSec = Math.max(loadToSec, forecast(load.arrivedAt, loadToSec + waySec));
  const dischargeFromSec = Math.max(
    arriveSec,
    forecast(load.unloadStartAt, Math.max(arriveSec, pumpsReadySec)),
  );
  const dischargeToSec = Math.max(
    dischargeFromSec,
    forecast(load.unloadEndAt, dischargeFromSec + dischargeSec(facts, order, load.kind, m3)),
  );
  return {
    loadId: load.id,
    truck,
    plant,
    line: 0,
    place: 0,
    m3,
    kind: plannedAs(load.kind),
    refusedM3: Math.min(m3, refusedM3Of(load)),
    loadFromSec,
    loadToSec,
    arriveSec,
    dischargeFromSec,
    dischargeToSec,
    leaveSec: dischargeToSec + policy.leaveMin * 60,
  };
}

/** When all pumps that are no choice any more are ready, in seconds of the day; -Infinity: there are none. */
export const lastReadySec = (pumps: readonly Pick<FixedPump, 'readySec'>[]): number =>
  Math.max(-Infinity, ...pumps.map(({ readySec }) => readySec));

/**
 * Trucks that can discharge at once: each pump takes one, chutes as many as the order states, else as the
 * wanted rate needs.
 */
export const placesOf = ({ policy }: DayFacts, order: FactOrder): number =>
  order.placingMethod === 'pump'
    ? Math.max(1, order.pumpsAtSite)
    : (order.placesAtSite ??
      Math.max(1, Math.ceil((order.rateM3PerHour * policy.dischargeMinPerM3) / 60 - 0.01)));

/**
 * Seconds for a cubic metre at one place: so that all places together take the wanted rate, but no
 * faster than the site was seen, or is said, to take it.
 */
export function dischargeSecPerM3(facts: DayFacts, order: FactOrder): number {
  const wantedSec = (placesOf(facts, order) * 3_600) / order.rateM3PerHour;
  const { value, source } = order.durations.discharge;
  return source === 'assumed' ? wantedSec : Math.max(wantedSec, value * 60);
}

const dischargeSec = (
  facts: DayFacts,
  order: FactOrder,
  kind: DayLoadRow['kind'],
  m3: number,
): number => {
  const given = {
    dischargeFixedSec: order.durations.waiting.value * 60,
    dischargeSecPerM3: dischargeSecPerM3(facts, order),
    pumps: order.isPumpNeeded ? order.pumpsAtSite : 0,
  };
  return Math.round(dischargeSecOf(given, plannedAs(kind), m3));
};
