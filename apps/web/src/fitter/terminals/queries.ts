import type { VehicleView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { getTerminal, getTerminalFix, listTerminals, listVehicles } from '../../api/fleet.js';

/** Somebody stands beside the truck and waits for it to show. */
const LOOK_EVERY_MS = 3_000;
/** What fits on a phone; who has more to see to begins with these. */
const SHOWN = 50;

export const FITTER_KEY = ['fitter'] as const;

/** Those turned down, then those that wait for a vehicle; each once. */
export const useTerminalsToSeeTo = () =>
  useQuery({
    queryKey: [...FITTER_KEY, 'to-see-to'],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: async () => {
      const [refused, waiting] = await Promise.all([
        listTerminals({ isRefused: true, order: 'last_seen', limit: SHOWN }),
        listTerminals({
          state: 'provisional',
          isRefused: false,
          order: 'last_seen',
          limit: SHOWN,
        }),
      ]);
      return { refused: refused.items, waiting: waiting.items };
    },
  });

export const useTerminal = (id: string) =>
  useQuery({
    queryKey: [...FITTER_KEY, 'terminal', id],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: () => getTerminal(id),
  });

export const useTerminalFix = (id: string) =>
  useQuery({
    queryKey: [...FITTER_KEY, 'fix', id],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: () => getTerminalFix(id),
  });

/** Vehicles that somebody has entered, by some of their plate; none for an empty one. */
export const useVehiclesByPlate = (plateNo: string) =>
  useQuery({
    queryKey: [...FITTER_KEY, 'vehicles', plateNo],
    enabled: plateNo !== '',
    queryFn: async (): Promise<readonly VehicleView[]> =>
      (await listVehicles({ plateNo, isProvisional: false, limit: 20 })).items,
  });
