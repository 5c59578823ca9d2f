import type { PlanCommand } from './commands/plan-command.js';

export type RowKind = 'trucks' | 'lines' | 'pumps' | 'sites';
export type PlanView = 'chart' | 'call_ins' | 'capacity' | 'what_if';
export type SideTab = 'chosen' | 'unserved' | 'changes';

/** Something of the plan that the dispatcher points at. */
export interface Chosen {
  readonly kind: 'load' | 'pump_job' | 'vehicle' | 'line' | 'order';
  readonly id: string;
}

/** What the page looks at. */
export interface PlanState {
  /** Operating day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly view: PlanView;
  readonly rows: RowKind;
  readonly side: SideTab;
  readonly chosen: Chosen | null;
}

export type PlanAction =
  | { readonly do: 'show_day'; readonly day: string }
  | { readonly do: 'show_view'; readonly view: PlanView }
  | { readonly do: 'show_rows'; readonly rows: RowKind }
  | { readonly do: 'show_side'; readonly side: SideTab }
  | { readonly do: 'choose'; readonly chosen: Chosen }
  | { readonly do: 'clear' }
  | { readonly do: 'changed'; readonly by: PlanCommand['name'] };

export const startOn = (day: string): PlanState => ({
  day,
  view: 'chart',
  rows: 'trucks',
  side: 'unserved',
  chosen: null,
});

/** Commands whose consequences are read before anything else. */
const TELLS: ReadonlySet<string> = new Set(['plan', 'move', 'undo', 'event']);

/** What the page looks at after something was done on it. */
export function afterAction(state: PlanState, action: PlanAction): PlanState {
  switch (action.do) {
    case 'show_day':
      return { ...startOn(action.day), view: state.view, rows: state.rows };
    case 'show_view':
      return { ...state, view: action.view };
    case 'show_rows':
      return { ...state, rows: action.rows };
    case 'show_side':
      return { ...state, side: action.side };
    case 'choose':
      return { ...state, chosen: action.chosen, side: 'chosen' };
    case 'clear':
      return { ...state, chosen: null };
    case 'changed':
      return TELLS.has(action.by) ? { ...state, side: 'changes' } : state;
  }
}
