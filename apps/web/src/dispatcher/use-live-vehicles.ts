import type { LiveVehicleView } from '@tongyun/contracts';
import { useSyncExternalStore } from 'react';
import { useDesk } from './desk.js';

/** Every vehicle, newest state, one change a second at most. */
export function useLiveVehicles(): readonly LiveVehicleView[] {
  const { vehicles } = useDesk();
  return useSyncExternalStore(vehicles.subscribe, vehicles.read);
}
