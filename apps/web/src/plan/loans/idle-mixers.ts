import type { DayPlanView, LoanRequestView } from '@tongyun/contracts';

type Plan = Pick<DayPlanView, 'vehicles' | 'loads'>;

/** Own mixers with a driver that the plan leaves idle while somebody else wants a truck. */
export function idleMixers(
  { vehicles, loads }: Plan,
  { fromAt, untilAt }: Pick<LoanRequestView, 'fromAt' | 'untilAt'>,
): DayPlanView['vehicles'] {
  const [from, until] = [Date.parse(fromAt), Date.parse(untilAt)];
  const busy = new Set(
    loads
      .filter((load) => Date.parse(load.loadFromAt) < until && Date.parse(load.backAt) > from)
      .map(({ vehicleId }) => vehicleId),
  );
  return vehicles.filter(
    ({ id, kind, use, driverId }) =>
      kind === 'mixer' && use === 'own' && driverId !== null && !busy.has(id),
  );
}
