import type { DayOrder, DayProblem, LoadKind } from './day-problem.js';

/**
 * Whole seconds that a load of an order takes on a plant's line: docking and paper work, as that
 * plant takes for this order, and the batching itself.
 *
 * @param m3 volume of the load, above 0
 */
export function loadingSecOf(
  { limits, orders, plants }: Pick<DayProblem, 'limits' | 'orders' | 'plants'>,
  order: number,
  plant: number,
  line: number,
  m3: number,
): number {
  const source = orders[order]!.sources.find((one) => one.plant === plant);
  const fixedSec = source?.loadFixedSec ?? limits.loadFixedSec;
  return fixedSec + Math.ceil((m3 / plants[plant]!.lines[line]!.rateM3PerHour) * 3_600);
}

/**
 * Seconds, not rounded, that a load of an order discharges. Mortar goes from pump to pump and begins
 * at each of them anew.
 *
 * @param m3 volume of the load, above 0
 */
export const dischargeSecOf = (
  {
    dischargeFixedSec,
    dischargeSecPerM3,
    pumps,
  }: Pick<DayOrder, 'dischargeFixedSec' | 'dischargeSecPerM3' | 'pumps'>,
  kind: LoadKind,
  m3: number,
): number =>
  dischargeFixedSec * (kind === 'priming_mortar' ? Math.max(1, pumps) : 1) + m3 * dischargeSecPerM3;
