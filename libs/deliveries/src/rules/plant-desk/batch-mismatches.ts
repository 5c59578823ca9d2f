import { isPumpThere, type PumpJobState } from '../pumping/pump-stages.js';
import { isSameM3, roundM3 } from '../volume.js';
import type { LoadHolds } from './plant-queue.js';

export type BatchMismatchCode =
  | 'another_truck'
  | 'another_grade'
  | 'above_drum'
  | 'far_from_planned'
  | 'site_not_ready'
  | 'pump_not_there'
  | 'mix_design_unfit'
  | 'material_not_passed';

/** Something in a batch that does not fit its trip; kept as JSON. */
export interface BatchMismatch {
  readonly code: BatchMismatchCode;
  /** What the trip asks for, in words or m³. */
  readonly expected: string;
  readonly found: string;
}

/** What the trip asks for. */
export interface BatchDemand {
  readonly vehicleId: string;
  readonly plateNo: string | null;
  readonly grade: string;
  readonly plannedM3: number;
  readonly drumCapacityM3: number | null;
  readonly isSiteReady: boolean;
  /** How far the pump of its pour is; null: it needs none. */
  readonly pumpState: PumpJobState | null;
}

/** What the plant says it put into a drum. */
export interface BatchedFact {
  readonly vehicleId: string;
  readonly plateNo: string | null;
  readonly grade: string;
  /** Of all that counts for the trip, this batch included, m³. */
  readonly totalM3: number;
}

export interface BatchLimits extends LoadHolds {
  /** m³ by which a load may differ from the planned one. */
  readonly toleranceM3: number;
}

const nameOf = ({ plateNo, vehicleId }: Pick<BatchDemand, 'plateNo' | 'vehicleId'>): string =>
  plateNo ?? vehicleId;

const asM3 = (m3: number): string => roundM3(m3).toFixed(2);

/** Whether a volume in m³ is further from the planned one than the tolerance. */
export const isFarFrom = (plannedM3: number, m3: number, toleranceM3: number): boolean =>
  Math.abs(m3 - plannedM3) > toleranceM3 && !isSameM3(Math.abs(m3 - plannedM3), toleranceM3);

const isAboveDrum = (
  { drumCapacityM3 }: Pick<BatchDemand, 'drumCapacityM3'>,
  m3: number,
): boolean => drumCapacityM3 !== null && m3 > drumCapacityM3 && !isSameM3(m3, drumCapacityM3);

/** What in a batch does not fit the trip it was recorded for; empty when all does. */
export function findMismatches(
  trip: BatchDemand,
  batch: BatchedFact,
  { toleranceM3, holdsForSite, holdsForPump }: BatchLimits,
): BatchMismatch[] {
  const found: BatchMismatch[] = [];
  const add = (code: BatchMismatchCode, expected: string, seen: string) =>
    found.push({ code, expected, found: seen });
  if (batch.vehicleId !== trip.vehicleId) add('another_truck', nameOf(trip), nameOf(batch));
  if (batch.grade !== trip.grade) add('another_grade', trip.grade, batch.grade);
  if (isAboveDrum(trip, batch.totalM3)) {
    add('above_drum', asM3(trip.drumCapacityM3 ?? 0), asM3(batch.totalM3));
  }
  if (isFarFrom(trip.plannedM3, batch.totalM3, toleranceM3)) {
    add('far_from_planned', asM3(trip.plannedM3), asM3(batch.totalM3));
  }
  if (holdsForSite && !trip.isSiteReady) add('site_not_ready', 'ready', 'not ready');
  if (holdsForPump && !isPumpThere(trip.pumpState)) {
    add('pump_not_there', 'setting_up', trip.pumpState ?? '');
  }
  return found;
}

/** A record with what was decided on it last; null: nothing. */
export interface SettledRecord {
  readonly id: string;
  readonly batchedM3: number;
  readonly mismatches: readonly BatchMismatch[];
  readonly decision: 'stands' | 'void' | null;
}

export interface OpenMismatch extends BatchMismatch {
  readonly batchRecordId: string;
}

/** Whether concrete of a record is in its trip's drum, as far as anybody knows. */
export const countsForTrip = ({
  mismatches,
  decision,
}: Pick<SettledRecord, 'mismatches' | 'decision'>): boolean =>
  decision !== 'void' && mismatches.every(({ code }) => code !== 'another_truck');

/**
 * What still stands between a trip and its ticket. A volume that was wrong when its record was
 * written is right again once later records have made it so: a drum is topped up in two batches.
 *
 * @param records of the trip, and those of other trips that were put into its truck
 */
export function findOpenMismatches(
  records: readonly SettledRecord[],
  trip: Pick<BatchDemand, 'plannedM3' | 'drumCapacityM3'>,
  toleranceM3: number,
): OpenMismatch[] {
  const totalM3 = records.filter(countsForTrip).reduce((sum, { batchedM3 }) => sum + batchedM3, 0);
  const isMended = (code: BatchMismatchCode): boolean => {
    if (code === 'far_from_planned') return !isFarFrom(trip.plannedM3, totalM3, toleranceM3);
    if (code === 'above_drum') return !isAboveDrum(trip, totalM3);
    return false;
  };
  return records
    .filter(({ decision }) => decision === null)
    .flatMap(({ id, mismatches }) =>
      mismatches
        .filter(({ code }) => !isMended(code))
        .map((mismatch) => ({ ...mismatch, batchRecordId: id })),
    );
}
