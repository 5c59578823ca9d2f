import { bindsVehicle } from '@tongyun/permission';
import type { JudgeContext } from './context.js';

/** Whether a zone in force binds the vehicle; none binds one of which nothing is known. */
function isBinding(zoneId: string, { zones, vehicle }: JudgeContext): boolean {
  const zone = zones.factOf(zoneId);
  return vehicle !== null && zone !== undefined && bindsVehicle(zone, vehicle);
}

/** Those of some zones that bind the vehicle; the very list where there is none. */
export const bindingOnes = (
  zoneIds: readonly string[],
  context: JudgeContext,
): readonly string[] =>
  zoneIds.length === 0 ? zoneIds : zoneIds.filter((zoneId) => isBinding(zoneId, context));
