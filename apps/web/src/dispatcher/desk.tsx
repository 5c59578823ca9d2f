import {
  createContext,
  type Dispatch,
  type ReactNode,
  useContext,
  useMemo,
  useReducer,
} from 'react';
import { LiveVehicles } from '../live/live-vehicles.js';
import { afterAction, type DeskAction, type DeskState, START } from './desk-state.js';

interface Desk {
  readonly state: DeskState;
  readonly act: Dispatch<DeskAction>;
  readonly vehicles: LiveVehicles;
}

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const [state, act] = useReducer(afterAction, START);
  const vehicles = useMemo(() => new LiveVehicles(), []);
  const desk = useMemo(() => ({ state, act, vehicles }), [state, vehicles]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk stands inside DeskProvider');
  return desk;
}
