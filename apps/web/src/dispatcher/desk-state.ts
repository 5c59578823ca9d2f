import type { AlertView, Position } from '@tongyun/contracts';

export type DeskTab = 'orders' | 'vehicles';

/** What the dispatcher looks at: one thing chosen of each kind, and what the map should show. */
export interface DeskState {
  readonly tab: DeskTab;
  readonly orderId: string | null;
  readonly vehicleId: string | null;
  readonly alert: AlertView | null;
  /** The chosen vehicle's past is played instead of its present shown. */
  readonly isReplaying: boolean;
  readonly isOrderFormOpen: boolean;
  /** The map's next click is the place of a new site. */
  readonly isPicking: boolean;
  readonly picked: Position | null;
  /** Where the map should go; a new object goes there again. */
  readonly view: { readonly at: Position; readonly zoom: number } | null;
}

export type DeskAction =
  | { readonly do: 'show_tab'; readonly tab: DeskTab }
  | { readonly do: 'open_order'; readonly orderId: string }
  | { readonly do: 'close_order' }
  | { readonly do: 'select_vehicle'; readonly vehicleId: string; readonly at: Position | null }
  | { readonly do: 'select_alert'; readonly alert: AlertView }
  | { readonly do: 'look_at'; readonly at: Position; readonly zoom?: number }
  | { readonly do: 'open_replay' }
  | { readonly do: 'close_replay' }
  | { readonly do: 'clear' }
  | { readonly do: 'open_form' }
  | { readonly do: 'close_form' }
  | { readonly do: 'pick' }
  | { readonly do: 'picked'; readonly at: Position };

export const START: DeskState = {
  tab: 'orders',
  orderId: null,
  vehicleId: null,
  alert: null,
  isReplaying: false,
  isOrderFormOpen: false,
  isPicking: false,
  picked: null,
  view: null,
};
const CLOSE_ZOOM = 13.5;

/** What the desk shows after something was done on it. */
export function afterAction(state: DeskState, action: DeskAction): DeskState {
  switch (action.do) {
    case 'show_tab':
      return { ...state, tab: action.tab };
    case 'open_order':
      return { ...state, tab: 'orders', orderId: action.orderId };
    case 'close_order':
      return { ...state, orderId: null };
    case 'select_vehicle':
      return {
        ...state,
        vehicleId: action.vehicleId,
        isReplaying: state.isReplaying && action.vehicleId === state.vehicleId,
        view: action.at ? { at: action.at, zoom: CLOSE_ZOOM } : state.view,
      };
    case 'select_alert':
      return {
        ...state,
        alert: action.alert,
        vehicleId: action.alert.vehicleId,
        isReplaying: false,
        view: { at: action.alert.position, zoom: CLOSE_ZOOM },
      };
    case 'look_at':
      return { ...state, view: { at: action.at, zoom: action.zoom ?? CLOSE_ZOOM } };
    case 'open_replay':
      return { ...state, isReplaying: state.vehicleId !== null };
    case 'close_replay':
      return { ...state, isReplaying: false };
    case 'clear':
      return { ...state, vehicleId: null, alert: null, isReplaying: false, isPicking: false };
    case 'open_form':
      return { ...state, isOrderFormOpen: true, picked: null };
    case 'close_form':
      return { ...state, isOrderFormOpen: false, isPicking: false, picked: null };
    case 'pick':
      return { ...state, isPicking: true };
    case 'picked':
      return { ...state, isPicking: false, picked: action.at };
  }
}
