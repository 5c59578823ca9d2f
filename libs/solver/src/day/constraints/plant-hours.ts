import type { TripRule } from './trip-try.js';

/** A plant loads within its opening hours. */
export const plantHours: TripRule = {
  code: 'plant_hours',
  forbids({ plant, loadFromSec, loadToSec }, { problem }) {
    const { open } = problem.plants[plant]!;
    return loadFromSec < open.fromSec || loadToSec > open.toSec;
  },
};
