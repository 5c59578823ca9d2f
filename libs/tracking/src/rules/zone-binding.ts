import type { JudgeContext } from './context.js';

/** Whether a zone in force binds the vehicle; none binds one of which nothing is known. */
export function isBinding(zoneId: string, { zones, vehicle }: JudgeContext): boolean {
  const zone = zones.factOf(zoneId);
  return vehicle !== null && zone !== undefined && zone.binds.includes(vehicle.kind);
}
