import type { Interval } from '@tongyun/kernel';

/** A loan in force: who has the vehicle, and for how long. */
export interface LoanInForce {
  readonly vehicleId: string;
  readonly driverId: string;
  readonly borrowerEnterpriseId: string;
  readonly plantId: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
}

/**
 * When an enterprise may plan on a vehicle within a duty: as a borrower while it is lent to it, as its
 * owner in the longer part of the duty that it is not lent away in.
 *
 * @param loans of this vehicle
 * @returns null when there is no such time
 */
export function dutyUnderLoans(
  duty: Interval,
  loans: readonly LoanInForce[],
  { enterpriseId, isOwner }: { readonly enterpriseId: string; readonly isOwner: boolean },
): Interval | null {
  const spans = loans.map(({ fromAt, untilAt }) => ({ from: fromAt, to: untilAt }));
  if (!isOwner) {
    const lent = loans.findIndex(
      ({ borrowerEnterpriseId }) => borrowerEnterpriseId === enterpriseId,
    );
    return lent < 0 ? duty : longest([within(duty, spans[lent]!)]);
  }
  let left: Interval[] = [duty];
  for (const { from, to } of spans) {
    left = left.flatMap((piece) => [
      within(piece, { from: piece.from, to: from }),
      within(piece, { from: to, to: piece.to }),
    ]);
  }
  return longest(left);
}

const within = (one: Interval, other: Interval): Interval => ({
  from: one.from > other.from ? one.from : other.from,
  to: one.to < other.to ? one.to : other.to,
});

const lengthOf = ({ from, to }: Interval): number => to.getTime() - from.getTime();

function longest(spans: readonly Interval[]): Interval | null {
  const [first] = spans.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  return first && lengthOf(first) > 0 ? first : null;
}
