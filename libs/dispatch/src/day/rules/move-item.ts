import { dischargeSecOf, loadingSecOf, travelSec } from '@tongyun/solver';
import { plannedAs } from './begun.js';
import { atOf, secOf } from './day-facts.js';
import type { ContentLoad, ContentPumpJob, PlanContent } from './plan-content.js';
import type { PlannedDay } from './to-day-problem.js';

export interface Move {
  readonly itemId: string;
  readonly vehicleId: string | null;
  readonly lineId: string | null;
  /** When it begins to load; of a pump: when it is ready. Null: as it is. */
  readonly at: Date | null;
}

interface Items {
  readonly loads: readonly ContentLoad[];
  readonly pumpJobs: readonly ContentPumpJob[];
}

/**
 * The plan's rows after a move, the moved one pinned; what else there is stays, whether or not the
 * rules allow it then. Null when the vehicle or line is none of the day's.
 */
export function moveItem(planned: PlannedDay, content: PlanContent, move: Move): Items | null {
  const load = content.loads.find(({ id }) => id === move.itemId);
  if (load) {
    const moved = moveLoad(planned, load, move);
    if (moved === null) return null;
    const loads = content.loads.map((one) => (one === load ? moved : one));
    return { loads, pumpJobs: content.pumpJobs };
  }
  const job = content.pumpJobs.find(({ id }) => id === move.itemId);
  const pumpId = move.vehicleId ?? job?.vehicleId;
  const pump = planned.pumps.find(({ id }) => id === pumpId);
  if (!job || !pump) return null;
  const shiftMs = move.at === null ? 0 : move.at.getTime() - Date.parse(job.readyAt);
  const shifted = (at: string): string => new Date(Date.parse(at) + shiftMs).toISOString();
  const moved: ContentPumpJob = {
    ...job,
    vehicleId: pump.id,
    driverId: pump.driverId ?? job.driverId,
    departAt: shifted(job.departAt),
    readyAt: shifted(job.readyAt),
    isPinned: true,
  };
  const pumpJobs = content.pumpJobs.map((one) => (one === job ? moved : one));
  return { loads: content.loads, pumpJobs };
}

function moveLoad(planned: PlannedDay, load: ContentLoad, move: Move): ContentLoad | null {
  const { facts, problem } = planned;
  const truck = planned.trucks.find(({ id }) => id === (move.vehicleId ?? load.vehicleId));
  const lineId = move.lineId ?? load.lineId;
  const plant = facts.plants.find(({ lines }) => lines.some(({ id }) => id === lineId));
  const order = facts.orders.findIndex(({ id }) => id === load.orderId);
  if (!truck || !plant || order < 0) return null;
  const wish = problem.orders[order]!;
  const fromSec = secOf(facts, move.at ?? load.loadFromAt);
  const plantAt = facts.plants.indexOf(plant);
  const line = plant.lines.findIndex(({ id }) => id === lineId);
  const toSec = fromSec + loadingSecOf(problem, order, plantAt, line, load.m3);
  const arriveSec = toSec + travelSec(problem.travel, plantAt, wish.place, toSec);
  const isEarlier = move.at !== null && fromSec < secOf(facts, load.loadFromAt);
  const turnSec = isEarlier ? wish.firstFromSec : secOf(facts, load.dischargeFromAt);
  const isLater = move.at !== null && fromSec > secOf(facts, load.loadFromAt);
  const dischargeFromSec = isLater ? arriveSec : Math.max(arriveSec, turnSec);
  const dischargeToSec =
    dischargeFromSec + Math.round(dischargeSecOf(wish, plannedAs(load.kind), load.m3));
  const at = (sec: number): string => atOf(facts, sec).toISOString();
  return {
    ...load,
    vehicleId: truck.id,
    driverId: truck.driverId ?? load.driverId,
    plantId: plant.id,
    lineId,
    loadFromAt: at(fromSec),
    loadToAt: at(toSec),
    arriveAt: at(arriveSec),
    dischargeFromAt: at(dischargeFromSec),
    dischargeToAt: at(dischargeToSec),
    leaveAt: at(dischargeToSec + wish.leaveSec),
    isPinned: true,
  };
}
