import type { DayPlanView } from '@tongyun/contracts';

/** A pump job of another pump or another time; without a pump where nobody pumps there any more. */
export interface PumpChange {
  readonly id: string;
  readonly orderId: string;
  readonly fromVehicleId: string;
  readonly toVehicleId: string | null;
  readonly fromReadyAt: string;
  readonly toReadyAt: string | null;
}

/** Ten minutes or less are no change, here as for the planner. */
const NO_CHANGE_MS = 600_000;

/** What changed for pumps between two states of a plan; new jobs are not among it. */
export function pumpChanges(
  before: Pick<DayPlanView, 'pumpJobs'>,
  after: Pick<DayPlanView, 'pumpJobs'>,
): PumpChange[] {
  const later = new Map(after.pumpJobs.map((job) => [job.id, job]));
  return before.pumpJobs.flatMap((job) => {
    const now = later.get(job.id);
    const isSame =
      now?.vehicleId === job.vehicleId &&
      Math.abs(Date.parse(now.readyAt) - Date.parse(job.readyAt)) <= NO_CHANGE_MS;
    if (isSame) return [];
    return [
      {
        id: job.id,
        orderId: job.orderId,
        fromVehicleId: job.vehicleId,
        toVehicleId: now?.vehicleId ?? null,
        fromReadyAt: job.readyAt,
        toReadyAt: now?.readyAt ?? null,
      },
    ];
  });
}
