import type { DayPumpJobRow } from '@tongyun/deliveries';
import type { DayFacts } from './day-facts.js';
import type { ContentEvent, PlanContent } from './plan-content.js';

/** Codes of the alarms that a pump has not set out, or does not stand, in time. */
export const LATE_PUMP_CODES = ['pump_not_departed', 'pump_overdue'] as const;

interface Alarm {
  readonly code: string;
  readonly state: string;
  readonly endedAt: Date | string | null;
}

/** Whether an alarm says that a pump is late: while it goes on, unless somebody found it false or is done with it. */
export const isLateAlarm = ({ code, state, endedAt }: Alarm): boolean =>
  LATE_PUMP_CODES.some((late) => late === code) &&
  endedAt === null &&
  state !== 'false_alarm' &&
  state !== 'closed';

/** An alarm that a pump has not set out, or does not stand, in time. */
export interface LatePump {
  readonly vehicleId: string;
  readonly orderId: string;
  /** The episode that the alarm began. */
  readonly alertId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What the alarm is to a plan that has the pump there: once an episode, and only until it stands. */
export function findPumpLate(
  { pumpJobs, vehicles }: Pick<DayFacts, 'pumpJobs' | 'vehicles'>,
  { events }: Pick<PlanContent, 'events'>,
  late: LatePump,
): ContentEvent[] {
  const { vehicleId, orderId, alertId, at } = late;
  const isAwaited = pumpJobs.some(
    (job) => job.orderId === orderId && job.vehicleId === vehicleId && !hasStood(job),
  );
  const isTold = events.some((event) => event.kind === 'pump_late' && event.alertId === alertId);
  if (!isAwaited || isTold) return [];
  const pump = vehicles.find(({ id }) => id === vehicleId);
  const reason = pump?.plateNo ?? pump?.fleetNo ?? '';
  return [{ at, reason, kind: 'pump_late', vehicleId, orderId, alertId }];
}

/** The alarms that go on by now and that a plan does not know of yet. */
export const findLatePumps = (
  facts: Pick<DayFacts, 'now' | 'pumpJobs' | 'pumpsNow' | 'vehicles'>,
  content: Pick<PlanContent, 'events'>,
): ContentEvent[] =>
  facts.pumpsNow.flatMap(({ vehicleId, orderId, lateAlertId: alertId }) =>
    alertId === null
      ? []
      : findPumpLate(facts, content, { vehicleId, orderId, alertId, at: facts.now.toISOString() }),
  );

/** Whether an alarm said that the pump has not set out, and nobody has seen it leave since. */
export const isStillToLeave = (
  events: readonly ContentEvent[],
  job: Pick<DayPumpJobRow, 'orderId' | 'vehicleId' | 'state'>,
): boolean =>
  job.state === 'released' &&
  events.some(
    (event) =>
      event.kind === 'pump_late' &&
      event.orderId === job.orderId &&
      event.vehicleId === job.vehicleId,
  );

/** Whether somebody said, or saw, that the pump stands or stood. */
export const hasStood = ({
  stageEvidence: { ready, pumping, washing, left },
}: Pick<DayPumpJobRow, 'stageEvidence'>): boolean => Boolean(ready ?? pumping ?? washing ?? left);
