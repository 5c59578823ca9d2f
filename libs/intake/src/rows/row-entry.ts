import type { Permission } from '@tongyun/accounts';
import type { Crs, ImportKind } from '@tongyun/contracts';
import type { Wgs84 } from '@tongyun/geo';
import { type AccessScope, DomainError } from '@tongyun/kernel';
import { instantOfLocal } from '@tongyun/permission';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { RowValues } from '../rules/columns/column.js';

/** What holds for all rows of a file. */
export interface FileSetting {
  readonly crs: Crs | null;
}

/** Where a row would put something on the map. */
export interface RowPlace {
  readonly name: string;
  readonly position: Wgs84;
}

/** Enters rows of one kind, each as its single endpoint does: the same contract, the same use case. */
export interface RowEntry {
  readonly kind: ImportKind;
  /** What the single endpoint asks for. */
  readonly permission: Permission;
  enter(
    tx: EntityManager,
    scope: AccessScope,
    values: RowValues,
    setting: FileSetting,
  ): Promise<void>;
  /** None where the row does not say it so that it could be drawn. */
  placesOf?(values: RowValues, setting: FileSetting): readonly RowPlace[];
}

/** Holds a row against the contract of its single endpoint; says which columns break it. */
export function fit<Schema extends z.ZodType>(schema: Schema, request: object): z.output<Schema> {
  const { success, data, error } = schema.safeParse(request);
  if (success) return data;
  const columns = error.issues.flatMap(({ path }) =>
    path.filter((part) => typeof part === 'string').slice(-1),
  );
  throw new DomainError('INVALID_REQUEST', error.issues.map(({ message }) => message).join('; '), {
    columns,
  });
}

/** The row's own datum before the file's; null: neither states one. */
export const crsOf = ({ crs }: RowValues, setting: FileSetting): Crs | null =>
  (crs as Crs | null) ?? setting.crs;

/** Refuses a row with coordinates of which nobody says the datum. */
export function neededCrsOf(values: RowValues, setting: FileSetting): Crs {
  const crs = crsOf(values, setting);
  if (crs !== null) return crs;
  throw new DomainError('IMPORT_CRS_REQUIRED', 'State the datum');
}

/** Whether a place could be drawn: a row may hold any number. */
export const isOnGlobe = (lng: number, lat: number): boolean =>
  Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

const MIN_PER_HOUR = 60;

/** The instant that a time in a file means, which is of the wall clock; null for an empty cell. */
export function instantOfCell(
  time: string | number | null | undefined,
  timeZone: string,
): string | null {
  if (typeof time !== 'string') return null;
  const [on = '', clock = ''] = time.split(' ');
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return instantOfLocal(on, hour * MIN_PER_HOUR + minute, timeZone).toISOString();
}

/** Leaves empty cells out, so that the contract's own defaults hold. */
export const filled = (values: RowValues): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== null),
  );
