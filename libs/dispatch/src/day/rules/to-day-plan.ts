import type { DayPlan, PlannedLoad, PlannedPumpJob } from '@tongyun/solver';
import { plannedAs } from './begun.js';
import { secOf } from './day-facts.js';
import type { ContentLoad, ContentPumpJob } from './plan-content.js';
import type { PlannedDay } from './to-day-problem.js';

/** Rows of a stored plan as the planner names them; what is no choice any more comes from the problem. */
export function toDayPlan(
  planned: PlannedDay,
  content: {
    readonly loads: readonly ContentLoad[];
    readonly pumpJobs: readonly ContentPumpJob[];
    readonly unserved?: readonly { readonly orderId: string }[];
  },
): DayPlan {
  const { facts, problem, fixedLoads, fixedPumps } = planned;
  const orderAt = (id: string) => facts.orders.findIndex((order) => order.id === id);
  const fixedIds = new Set(fixedLoads.flat().map(({ loadId }) => loadId));
  const chosen = content.loads.flatMap((load): PlannedLoad[] => {
    const order = orderAt(load.orderId);
    const truck = planned.trucks.findIndex(({ id }) => id === load.vehicleId);
    const plant = facts.plants.findIndex(({ id }) => id === load.plantId);
    const line = facts.plants[plant]?.lines.findIndex(({ id }) => id === load.lineId) ?? -1;
    if (fixedIds.has(load.id) || order < 0 || truck < 0 || line < 0) return [];
    return [
      {
        order,
        truck,
        plant,
        line,
        place: load.place,
        m3: load.m3,
        kind: plannedAs(load.kind),
        started: false,
        refusedM3: 0,
        loadFromSec: secOf(facts, load.loadFromAt),
        loadToSec: secOf(facts, load.loadToAt),
        arriveSec: secOf(facts, load.arriveAt),
        dischargeFromSec: secOf(facts, load.dischargeFromAt),
        dischargeToSec: secOf(facts, load.dischargeToAt),
        leaveSec: secOf(facts, load.leaveAt),
      },
    ];
  });
  const started = problem.orders.flatMap((order, index) =>
    order.started.map((load): PlannedLoad => ({ ...load, order: index, started: true })),
  );
  return {
    pumpless: (content.unserved ?? []).flatMap(({ orderId }) => {
      const order = orderAt(orderId);
      return order < 0 ? [] : [order];
    }),
    loads: [...started, ...chosen].toSorted(
      (one, other) => one.order - other.order || one.dischargeFromSec - other.dischargeFromSec,
    ),
    pumpJobs: content.pumpJobs.flatMap((job): PlannedPumpJob[] => {
      const order = orderAt(job.orderId);
      const pump = planned.pumps.findIndex(({ id }) => id === job.vehicleId);
      if (order < 0 || pump < 0) return [];
      return [
        {
          order,
          pump,
          readySec: secOf(facts, job.readyAt),
          untilSec: secOf(facts, job.untilAt),
          leaveSec: secOf(facts, job.leaveAt),
          started: fixedPumps[order]!.some((it) => it.pump === pump),
        },
      ];
    }),
  };
}
