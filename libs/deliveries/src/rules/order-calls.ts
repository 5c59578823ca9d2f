import { addMinutes } from '@tongyun/kernel';
import type { LoadState } from './order-states.js';
import type { LoadKind } from './product.js';

/** The fields of a load that these rules read. */
export interface CalledLoad {
  readonly id: string;
  readonly loadNo: number;
  readonly kind: LoadKind;
  readonly plannedM3: number;
  readonly dueAt: Date;
  readonly state: LoadState;
}

const MIN_PER_HOUR = 60;

/** When a load is due that follows another, at a site's rate, m³/h. */
export const dueAfter = (
  { dueAt, plannedM3 }: Pick<CalledLoad, 'dueAt' | 'plannedM3'>,
  rateM3PerHour: number,
): Date => addMinutes(dueAt, Math.round((plannedM3 / rateM3PerHour) * MIN_PER_HOUR));

/**
 * New due times of the loads that nobody has begun on, after the rate has changed; the first of them
 * stays when it is the first of all, else it follows the last that has begun.
 *
 * @param loads in order of their numbers, dropped ones left out
 * @returns by id; those that stay as they are left out
 */
export function respaceLoads(
  loads: readonly CalledLoad[],
  rateM3PerHour: number,
): ReadonlyMap<string, Date> {
  const due = new Map<string, Date>();
  let before: CalledLoad | null = null;
  for (const load of loads) {
    const mayMove = load.state === 'planned' || load.state === 'released';
    const dueAt: Date = mayMove && before !== null ? dueAfter(before, rateM3PerHour) : load.dueAt;
    if (dueAt.getTime() !== load.dueAt.getTime()) due.set(load.id, dueAt);
    before = { ...load, dueAt };
  }
  return due;
}

/** Which load becomes the last of a pour, and which are not wanted any more. */
export interface LastLoad {
  /** Null: all have begun, so the last is one more. */
  readonly last: CalledLoad | null;
  readonly dropped: readonly CalledLoad[];
}

/**
 * Ends a pour with one more load: the next that nobody has begun on. Mortar that a pump still needs stays as it is:
 * it is none of the volume that a site ordered.
 *
 * @param loads in order of their numbers, dropped ones left out
 */
export function endWithNext(loads: readonly CalledLoad[]): LastLoad {
  const open = loads.filter(
    ({ kind, state }) => kind !== 'priming_mortar' && (state === 'planned' || state === 'released'),
  );
  const [last, ...dropped] = open;
  return { last: last ?? null, dropped };
}
