import type { PermissionFacts } from './facts.js';

/** Volumes come from sums of hundredths; what is finer than a litre is no excess. */
const TOLERANCE_M3 = 0.001;

/** The load against the drum when it exceeds it; null when it fits or either is unknown. */
export function excessOf({
  vehicle,
  work,
}: PermissionFacts): { loadM3: number; drumCapacityM3: number } | null {
  const loadM3 = work?.loadM3 ?? null;
  const { drumCapacityM3 } = vehicle;
  if (loadM3 === null || drumCapacityM3 === null) return null;
  return loadM3 > drumCapacityM3 + TOLERANCE_M3 ? { loadM3, drumCapacityM3 } : null;
}
