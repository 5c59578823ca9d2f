import { QueryFailedError } from 'typeorm';

interface PostgresError {
  readonly code?: string;
  readonly constraint?: string;
}

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

const postgresError = (error: unknown): PostgresError =>
  error instanceof QueryFailedError ? (error.driverError as PostgresError) : {};

/** Whether a window overlaps one that is held (SQLSTATE 23P01). */
export const isOverlap = (error: unknown): boolean =>
  postgresError(error).code === EXCLUSION_VIOLATION;

/** Whether this unique constraint or index stood in the way. */
export const isTaken = (error: unknown, constraint: string): boolean => {
  const { code, constraint: hit } = postgresError(error);
  return code === UNIQUE_VIOLATION && hit === constraint;
};

/** Of these one row may be open, or have an id, at a time: the second finds the first's on its return. */
const CONTESTED = [
  'trip_open_vehicle',
  'trip_open_driver',
  'duty_open_vehicle',
  'duty_open_driver',
  'duty_pkey',
];

/** Whether two transactions got in each other's way, so that trying again helps. */
export const isLostRace = (error: unknown): boolean => {
  const { code, constraint } = postgresError(error);
  if (code === DEADLOCK || code === SERIALIZATION_FAILURE) return true;
  return code === UNIQUE_VIOLATION && CONTESTED.includes(constraint ?? '');
};
