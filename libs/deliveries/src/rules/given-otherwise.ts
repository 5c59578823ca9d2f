import type { PlannedItem } from './planned-items.js';
import { isSameM3 } from './volume.js';

/** The fields that these rules read of what somebody was told. */
interface Given {
  readonly loadId: string | null;
  readonly pumpJobId: string | null;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly isByHand: boolean;
}

/** Whether somebody gave it to that vehicle by hand, around which the plan was made: its times are his. */
export const isGivenSo = (
  { isByHand, vehicleId, driverId }: Pick<Given, 'isByHand' | 'vehicleId' | 'driverId'>,
  planned: Pick<PlannedItem, 'vehicleId' | 'driverId'>,
): boolean => isByHand && vehicleId === planned.vehicleId && driverId === planned.driverId;

/**
 * What of an order somebody gave by hand that its plan does not know of: it has it with another vehicle, driver or
 * volume, or, though it brings the whole pour, not at all. By its id; null when there is none.
 *
 * @param held what people were told of the order
 * @param rows its loads
 * @param givenUp what cannot come as it was given any more, by id
 */
export function findGivenOtherwise(
  held: readonly Given[],
  rows: readonly { readonly id: string; readonly plannedM3: number }[],
  items: readonly PlannedItem[],
  { isLeftOut, givenUp }: { readonly isLeftOut: boolean; readonly givenUp: ReadonlySet<string> },
): string | null {
  const isOtherwise = (given: Given): boolean => {
    const id = given.loadId ?? given.pumpJobId ?? '';
    if (!given.isByHand || givenUp.has(id)) return false;
    const planned = items.find((item) => item.id === id);
    if (planned === undefined) return !isLeftOut;
    const row = rows.find((one) => one.id === id);
    const isOfSize = planned.kind === 'pump' || isSameM3(row?.plannedM3 ?? 0, planned.m3);
    return !isOfSize || !isGivenSo(given, planned);
  };
  const found = held.find(isOtherwise);
  return found?.loadId ?? found?.pumpJobId ?? null;
}
