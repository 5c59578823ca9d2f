import type { DriverId } from '@tongyun/kernel';
import type { ContentEvent } from './plan-content.js';

/** A line of a note that tells of a driver himself: `driver_came: <his id>`. */
const TOLD = /^(driver_(?:refused|came): )([\da-f-]{36})/gm;

/** The driver whom an event tells of, by his id; undefined: it tells of something else. */
export const driverToldOf = (event: ContentEvent): string | undefined =>
  event.kind === 'driver_refused' || event.kind === 'driver_came' ? event.driverId : undefined;

/** Drivers whom a revision's note tells of. */
export const driversIn = (note: string | null): DriverId[] =>
  [...(note ?? '').matchAll(TOLD)].map(([, , id]) => id as DriverId);

/** A revision's note with the names of the drivers whom it tells of. */
export const withNames = (
  note: string | null,
  nameOf: ReadonlyMap<string, string>,
): string | null =>
  note && note.replace(TOLD, (_all, kind: string, id: string) => `${kind}${nameOf.get(id) ?? ''}`);
