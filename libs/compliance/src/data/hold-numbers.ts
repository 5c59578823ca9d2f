import type { EntityManager } from 'typeorm';

/**
 * Keeps others from counting the numbers with this prefix until the transaction ends: vehicles of
 * two provinces share one, so the lock on the vehicle's own row is not enough.
 */
export async function holdNumbersFrom(tx: EntityManager, prefix: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [prefix]);
}
