import type { PlanChange } from './commands/plan-command.js';
import type { Proposal } from './move/proposal.js';
import type { RowKind } from './row-kind.js';

export type PlanView =
  'chart' | 'orders' | 'call_ins' | 'capacity' | 'loans' | 'what_if' | 'durations' | 'review';
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
  /** A move that is tried; null: none. */
  readonly proposal: Proposal | null;
  /** The last command whose consequences are worth reading. */
  readonly change: PlanChange | null;
}

export type PlanAction =
  | { readonly do: 'show_day'; readonly day: string }
  | { readonly do: 'show_view'; readonly view: PlanView }
  | { readonly do: 'show_rows'; readonly rows: RowKind }
  | { readonly do: 'show_side'; readonly side: SideTab }
  | { readonly do: 'choose'; readonly chosen: Chosen }
  | { readonly do: 'clear' }
  | { readonly do: 'propose'; readonly proposal: Proposal }
  | { readonly do: 'take_back' }
  | { readonly do: 'changed'; readonly change: PlanChange };

export const startOn = (day: string): PlanState => ({
  day,
  view: 'chart',
  rows: 'trucks',
  side: 'unserved',
  chosen: null,
  proposal: null,
  change: null,
});

/** Commands whose consequences are read before anything else. */
const TELLS: ReadonlySet<string> = new Set([
  'plan',
  'move',
  'undo',
  'event',
  'catch_up',
  'accept_offer',
]);

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
      return { ...state, chosen: action.chosen, side: 'chosen', view: 'chart', proposal: null };
    case 'clear':
      return { ...state, chosen: null, proposal: null };
    case 'propose':
      return { ...state, proposal: action.proposal };
    case 'take_back':
      return { ...state, proposal: null };
    case 'changed': {
      const { change } = action;
      const { name } = change.command;
      if (!TELLS.has(name)) return state;
      return { ...state, proposal: null, side: 'changes', change };
    }
  }
}
