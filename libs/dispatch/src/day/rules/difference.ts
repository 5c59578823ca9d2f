import type { ContentUnserved, Figures, PlanContent } from './plan-content.js';

export interface PlanDifference {
  readonly moved: readonly {
    readonly loadId: string;
    readonly orderId: string;
    readonly loadNo: number;
    readonly fromVehicleId: string;
    readonly toVehicleId: string;
    readonly fromLoadAt: string;
    readonly toLoadAt: string;
  }[];
  readonly nowUnserved: readonly ContentUnserved[];
  readonly nowServed: readonly string[];
  readonly before: Figures;
  readonly after: Figures;
}

const MS_PER_MIN = 60_000;

/**
 * What changed between two states of a plan: loads of other times, trucks or plants, and who is served.
 *
 * @param begun ids of loads that are facts: whatever changes of them, nobody moved them
 * @param toldAgainMin who leaves the plant no more than that earlier or later is not told, and has not moved
 */
export function findDifference(
  before: PlanContent,
  after: PlanContent,
  begun: ReadonlySet<string>,
  toldAgainMin: number,
): PlanDifference {
  const earlier = new Map(before.loads.map((load) => [load.id, load]));
  const lacked = new Set(before.unserved.map(({ orderId }) => orderId));
  const lacks = new Set(after.unserved.map(({ orderId }) => orderId));
  return {
    moved: after.loads.flatMap((load) => {
      const was = earlier.get(load.id);
      const isSame =
        was === undefined ||
        begun.has(load.id) ||
        (was.vehicleId === load.vehicleId &&
          was.plantId === load.plantId &&
          Math.abs(Date.parse(was.loadToAt) - Date.parse(load.loadToAt)) <=
            toldAgainMin * MS_PER_MIN);
      if (isSame) return [];
      return [
        {
          loadId: load.id,
          orderId: load.orderId,
          loadNo: load.loadNo,
          fromVehicleId: was.vehicleId,
          toVehicleId: load.vehicleId,
          fromLoadAt: was.loadFromAt,
          toLoadAt: load.loadFromAt,
        },
      ];
    }),
    nowUnserved: after.unserved.filter(({ orderId }) => !lacked.has(orderId)),
    nowServed: [...lacked].filter((orderId) => !lacks.has(orderId)),
    before: before.figures,
    after: after.figures,
  };
}
