import type { StartedLoad } from './day-problem.js';

/** Concrete that a site keeps of a load, m³: what it did not refuse; mortar that primes pumps is none. */
export const keptM3 = ({
  kind,
  m3,
  refusedM3,
}: Pick<StartedLoad, 'kind' | 'm3' | 'refusedM3'>): number =>
  kind === 'concrete' ? m3 - refusedM3 : 0;
