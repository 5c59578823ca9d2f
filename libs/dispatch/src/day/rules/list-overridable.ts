import type { DayVehicle } from '@tongyun/solver';
import type { FactVehicle } from './day-facts.js';

type Vehicle = Pick<FactVehicle, 'reasons'>;

/**
 * Vehicles, by their place, that nothing keeps from the day's tasks but reasons that somebody may
 * lawfully override; a road reason is never one of them, nor is what has no driver or is broken down.
 */
export const listOverridable = (
  vehicles: readonly Vehicle[],
  planned: readonly Pick<DayVehicle, 'forbidden'>[],
): number[] =>
  vehicles.flatMap(({ reasons }, index) => {
    const forbidden = planned[index]?.forbidden ?? [];
    const mayYield = (code: string): boolean =>
      reasons.some((reason) => reason.code === code) &&
      reasons
        .filter((reason) => reason.code === code)
        .every(
          ({ effect, overridableBy }) => effect !== 'forbids_road' && overridableBy.length > 0,
        );
    return forbidden.length > 0 && forbidden.every(mayYield) ? [index] : [];
  });
