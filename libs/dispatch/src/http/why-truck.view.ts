import type { WhyTruckView } from '@tongyun/contracts';
import { atOf } from '../day/rules/day-facts.js';
import type { WhyTruck } from '../day/why-truck.service.js';

const rounded = (value: number): number => Math.round(value * 10) / 10;

export function toWhyTruckView({ load, planned, comparison }: WhyTruck): WhyTruckView {
  const { approachKm, others, kept } = comparison;
  const idOf = (truck: number): string => planned.trucks[truck]!.id;
  const counts: Record<string, number> = {};
  for (const { code } of kept) counts[code] = (counts[code] ?? 0) + 1;
  const [best] = others;
  return {
    loadId: load.id,
    vehicleId: load.vehicleId,
    approachKm: rounded(approachKm),
    secondBest: best
      ? {
          vehicleId: idOf(best.truck),
          approachKm: rounded(best.approachKm),
          loadFromAt: atOf(planned.facts, best.loadFromSec).toISOString(),
          lateMin: rounded(best.lateMin),
          spacingMin: rounded(best.spacingMin),
          waitMin: rounded(best.waitMin),
          emptyKm: rounded(best.emptyKm),
          points: rounded(best.points),
        }
      : null,
    possible: others.length,
    nearerKept: kept
      .filter((one) => one.approachKm < approachKm)
      .map((one) => ({
        vehicleId: idOf(one.truck),
        approachKm: rounded(one.approachKm),
        code: one.code,
      })),
    kept: counts,
  };
}
