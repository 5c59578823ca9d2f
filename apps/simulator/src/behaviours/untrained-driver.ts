import type { DriverTrainingView } from '@tongyun/contracts';

/**
 * Drivers who may not work yet try to check in all the same; the server refuses them.
 *
 * @returns ids of those without both trainings
 */
export const findUntrained = (trainings: readonly DriverTrainingView[]): string[] =>
  trainings.filter(({ mayWork }) => !mayWork).map(({ driverId }) => driverId);
