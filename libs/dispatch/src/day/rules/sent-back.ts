import type { DayReturnRow } from '@tongyun/deliveries';
import { type FixedLoad, hasBegun, plannedAs } from './begun.js';
import { type DayFacts, secOf } from './day-facts.js';

interface SentFrom {
  readonly truck: number;
  readonly plant: number;
  /** From the site to the plant, seconds. */
  readonly waySec: number;
}

/**
 * A truck that was sent back with what it was to bring, as the planner takes it: a visit of which the site
 * refused all that it did not take, from which the truck comes back.
 *
 * It bears the id of its load where the site took some of it; else that of its trip, for the load itself is
 * to be brought again.
 */
export function toSentBack(
  facts: Pick<DayFacts, 'now' | 'day' | 'policy'>,
  row: DayReturnRow,
  { truck, plant, waySec }: SentFrom,
): FixedLoad {
  const known = (at: Date | null): number | null => (at === null ? null : secOf(facts, at));
  const turnedSec = secOf(facts, row.sentBackAt);
  const by = (sec: number): number => Math.min(sec, turnedSec);
  const arriveSec = by(known(cameAt(row)) ?? turnedSec);
  const loadToSec = Math.min(arriveSec, known(row.leftPlantAt) ?? arriveSec);
  const loadingSec = facts.policy.loadingMin * 60;
  return {
    loadId: row.takenM3 > 0 ? row.loadId : row.tripId,
    truck,
    plant,
    line: 0,
    place: 0,
    m3: row.takenM3 + row.carriedM3,
    kind: plannedAs(row.kind),
    refusedM3: row.carriedM3,
    loadFromSec: Math.min(loadToSec, known(row.loadStartAt) ?? loadToSec - loadingSec),
    loadToSec,
    arriveSec,
    dischargeFromSec: by(known(row.unloadStartAt) ?? turnedSec),
    dischargeToSec: turnedSec,
    leaveSec: findBackSec(facts, row, waySec) - waySec,
  };
}

/**
 * When a truck that was sent back is at a plant again, in seconds of the day: when it was seen there, else as
 * long after it was sent back as it had driven, and never before now while it is out. Nobody waits for one that
 * was sent back before the day began and was seen nowhere since: it is back when it should be.
 *
 * @param waySec for a truck that nobody saw leave, seconds
 */
export function findBackSec(
  facts: Pick<DayFacts, 'now' | 'day' | 'policy'>,
  row: DayReturnRow,
  waySec: number,
): number {
  if (row.backAt !== null) return secOf(facts, row.backAt);
  const turnedSec = secOf(facts, row.sentBackAt);
  const came = cameAt(row);
  const drivenToSec = came === null ? turnedSec : Math.min(turnedSec, secOf(facts, came));
  const drivenSec =
    row.leftPlantAt === null ? waySec : Math.max(0, drivenToSec - secOf(facts, row.leftPlantAt));
  const leaveSec = came === null ? 0 : facts.policy.leaveMin * 60;
  const backSec = turnedSec + leaveSec + drivenSec;
  return row.isOut && turnedSec >= 0 ? Math.max(backSec, secOf(facts, facts.now)) : backSec;
}

const cameAt = ({ arrivedAt, unloadStartAt }: DayReturnRow): Date | null =>
  arrivedAt ?? unloadStartAt;

/**
 * Whether a truck that was sent back is no visit of the day's pours: it is of another day, of an order that was
 * cancelled, or of a pour that has not begun. It is out all the same.
 */
export const isNoVisit = (
  facts: Pick<DayFacts, 'orders' | 'loads'>,
  { orderId }: DayReturnRow,
): boolean => isToPrime(facts, orderId) || facts.orders.every(({ id }) => id !== orderId);

/** Whether a load of a problem is a truck that was sent back with all of it: no load of the plan any more. */
export const isSentBackWhole = (
  { returns }: Pick<DayFacts, 'returns'>,
  loadId: string | undefined,
): boolean => returns.some(({ tripId }) => tripId === loadId);

/**
 * Whether the mortar of an order's pump is still to come: a truck that was sent back before is no visit of its
 * pour, which has not begun.
 */
export const isToPrime = ({ loads }: Pick<DayFacts, 'loads'>, orderId: string): boolean =>
  loads.some(
    (load) => load.orderId === orderId && load.kind === 'priming_mortar' && !hasBegun(load),
  );
