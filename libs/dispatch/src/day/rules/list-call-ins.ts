import { addMinutes } from '@tongyun/kernel';
import type { Reason } from '@tongyun/permission';
import type { DayFacts } from './day-facts.js';
import { findReplacement, type Replacement } from './find-replacement.js';
import type { PlanContent } from './plan-content.js';

export interface CallIn {
  readonly driverId: string;
  readonly driverName: string;
  readonly vehicleId: string;
  readonly plateNo: string | null;
  readonly plantName: string;
  /** First loading; of a pump: when it leaves. */
  readonly firstAt: Date;
  readonly callInAt: Date;
  readonly loads: number;
  readonly reasons: readonly Reason[];
  readonly replacement: Replacement | null;
  /** When he said that he begins; null: he has not. */
  readonly saysStartAt: Date | null;
  /** When he said so, or clocked in. */
  readonly confirmedAt: Date | null;
  readonly state: CallInState;
}

/** `late`: he said that he begins after he has to be there. */
export type CallInState = 'open' | 'confirmed' | 'late' | 'clocked_in';

/** A driver's word of when he begins. */
export interface SaidStart {
  readonly startsAt: Date;
  readonly confirmedAt: Date;
}

/** By vehicle, who drives it first by a plan. */
export function crewOf({
  loads,
  pumpJobs,
}: Pick<PlanContent, 'loads' | 'pumpJobs'>): Map<string, string> {
  const latestFirst = [
    ...loads.map((load) => ({ ...load, firstAt: load.loadFromAt })),
    ...pumpJobs.map((job) => ({ ...job, firstAt: job.departAt })),
  ].toSorted((one, other) => other.firstAt.localeCompare(one.firstAt));
  return new Map(latestFirst.map(({ vehicleId, driverId }) => [vehicleId, driverId]));
}

/** What a plan has one vehicle do. */
export const jobsOf = (
  { loads, pumpJobs }: Pick<PlanContent, 'loads' | 'pumpJobs'>,
  vehicleId: string,
): Pick<PlanContent, 'loads' | 'pumpJobs'> => ({
  loads: loads.filter((load) => load.vehicleId === vehicleId),
  pumpJobs: pumpJobs.filter((job) => job.vehicleId === vehicleId),
});

/**
 * The first round of a day: whom the plan needs, when he has to be there, what permission says of
 * his whole duty, and who could take over from one who would be refused, on what vehicle. The earliest first.
 *
 * @param facts those of the plan's own crew
 */
export function listCallIns(
  facts: DayFacts,
  { loads, pumpJobs, events }: Pick<PlanContent, 'loads' | 'pumpJobs' | 'events'>,
  saidBy: ReadonlyMap<string, SaidStart>,
): CallIn[] {
  const jobs = [
    ...loads.map((load) => ({ ...load, firstAt: load.loadFromAt })),
    ...pumpJobs.map((job) => ({ ...job, firstAt: job.departAt, plantId: null })),
  ].toSorted((one, other) => one.firstAt.localeCompare(other.firstAt));
  const rows = new Map<string, CallIn>();
  const needed = new Set(jobs.map(({ vehicleId }) => vehicleId));
  let spare = {
    drivers: facts.freeDrivers,
    vehicles: facts.vehicles.filter(({ id }) => !needed.has(id)),
  };
  for (const job of jobs) {
    const known = rows.get(job.vehicleId);
    if (known) {
      rows.set(job.vehicleId, { ...known, loads: known.loads + 1 });
      continue;
    }
    const vehicle = facts.vehicles.find(({ id }) => id === job.vehicleId);
    if (!vehicle) continue;
    const firstAt = new Date(job.firstAt);
    const plantId = job.plantId ?? vehicle.homePlantId;
    const replacement = findReplacement(
      facts,
      vehicle,
      {
        ...jobsOf({ loads, pumpJobs }, vehicle.id),
        events,
        driverId: job.driverId,
        firstAt,
      },
      spare,
    );
    spare = {
      drivers: spare.drivers.filter(({ id }) => id !== replacement?.id),
      vehicles: spare.vehicles.filter(({ id }) => id !== replacement?.vehicle?.id),
    };
    const callInAt = addMinutes(firstAt, -facts.policy.callInBeforeMin);
    const said = saidBy.get(job.driverId) ?? null;
    rows.set(job.vehicleId, {
      driverId: job.driverId,
      driverName: vehicle.driverName ?? '',
      vehicleId: vehicle.id,
      plateNo: vehicle.plateNo,
      plantName: facts.plants.find(({ id }) => id === plantId)?.name ?? '',
      firstAt,
      callInAt,
      loads: 1,
      reasons: vehicle.reasons,
      replacement,
      saysStartAt: said?.startsAt ?? null,
      confirmedAt: vehicle.clockedInAt ?? said?.confirmedAt ?? null,
      state: stateOf(vehicle.clockedInAt, said, callInAt),
    });
  }
  return [...rows.values()];
}

function stateOf(clockedInAt: Date | null, said: SaidStart | null, callInAt: Date): CallInState {
  if (clockedInAt !== null) return 'clocked_in';
  if (said === null) return 'open';
  return said.startsAt > callInAt ? 'late' : 'confirmed';
}
