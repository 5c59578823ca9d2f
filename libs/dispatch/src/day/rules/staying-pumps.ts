import type { DayPumpJobRow } from '@tongyun/deliveries';
import { addMinutes } from '@tongyun/kernel';
import type { DayFacts } from './day-facts.js';
import type { ContentEvent, ContentPumpJob, PlanContent } from './plan-content.js';

/** At its site, at work there or about to leave. */
const THERE: readonly DayPumpJobRow['state'][] = ['setting_up', 'ready', 'pumping', 'washing'];

type Facts = Pick<DayFacts, 'now' | 'vehicles'> & {
  readonly pumpJobs: readonly Pick<DayPumpJobRow, 'id' | 'orderId' | 'state' | 'vehicleId'>[];
  readonly policy: Pick<DayFacts['policy'], 'toldAgainMin'>;
};

/**
 * Pumps that are still at a site though they should have left it for their next one: `plan.told_again_min`
 * minutes ago at least, and again after so long when they stay on. Nobody says so, so every mend asks.
 */
export function findStayingPumps(
  { now, pumpJobs, vehicles, policy }: Facts,
  { pumpJobs: planned, events }: Pick<PlanContent, 'pumpJobs' | 'events'>,
): ContentEvent[] {
  const waitsSince = addMinutes(now, -policy.toldAgainMin).toISOString();
  return pumpJobs.flatMap(({ id, orderId, state, vehicleId }): ContentEvent[] => {
    if (vehicleId === null || !THERE.includes(state)) return [];
    const next = nextOf(planned, id, vehicleId);
    const isSaid = events.some(
      (event) =>
        event.kind === 'pump_stays' &&
        event.vehicleId === vehicleId &&
        event.orderId === orderId &&
        event.at > waitsSince,
    );
    if (next === undefined || next.departAt > waitsSince || isSaid) return [];
    const pump = vehicles.find((vehicle) => vehicle.id === vehicleId);
    const reason = pump?.plateNo ?? pump?.fleetNo ?? '';
    return [{ at: now.toISOString(), reason, kind: 'pump_stays', vehicleId, orderId }];
  });
}

/** What a pump does next by the plan, after the job that it is at. */
function nextOf(
  planned: readonly ContentPumpJob[],
  jobId: string,
  vehicleId: string,
): ContentPumpJob | undefined {
  const own = planned
    .filter((job) => job.vehicleId === vehicleId)
    .toSorted((one, other) => one.readyAt.localeCompare(other.readyAt));
  const at = own.findIndex(({ id }) => id === jobId);
  return at < 0 ? undefined : own[at + 1];
}
