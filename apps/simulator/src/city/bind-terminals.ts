import { terminalPage, terminalView } from '@tongyun/contracts';
import type { ApiSession } from '../api/api-session.js';

/**
 * Binds the terminals that have come on line since to the vehicles they are fitted to, as fitters do.
 *
 * @param fitted by the terminal's number, the vehicle
 * @returns those that have not been seen yet
 */
export async function bindTerminals(
  administration: Pick<ApiSession, 'all' | 'post'>,
  fitted: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  if (fitted.size === 0) return fitted;
  const waiting = new Map(fitted);
  for (const { id, phone } of await administration.all(
    'terminals?state=provisional',
    terminalPage,
  )) {
    const vehicleId = waiting.get(phone);
    if (vehicleId === undefined) continue;
    await administration.post(`terminals/${id}/binding`, terminalView, { vehicleId });
    waiting.delete(phone);
  }
  return waiting;
}
