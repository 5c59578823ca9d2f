import { DomainError } from '@tongyun/kernel';
import type { DriverEntity } from '../data/driver.entity.js';

/** Refuses a driver who left his enterprise. */
export function assertEmployed({ id, leftOn }: Pick<DriverEntity, 'id' | 'leftOn'>): void {
  if (leftOn === null) return;
  throw new DomainError('DRIVER_LEFT', 'The driver is of the enterprise no more', { id, leftOn });
}
