import type { DayPlanView, MeView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import {
  createContext,
  type Dispatch,
  type ReactNode,
  useContext,
  useMemo,
  useReducer,
} from 'react';
import { dayAfter, operatingDayAt } from '../days/operating-day.js';
import { type PlanCommands, usePlanCommands } from './commands/use-plan-commands.js';
import { type LivePlan, useLivePlan } from './live/use-live-plan.js';
import { indexPlan, type PlanIndex } from './plan-index.js';
import { afterAction, type PlanAction, type PlanState, startOn } from './plan-state.js';
import { planOf } from './queries.js';

interface PlanDesk {
  readonly user: MeView;
  readonly enterpriseId: string;
  readonly mayPlan: boolean;
  readonly state: PlanState;
  readonly act: Dispatch<PlanAction>;
  /** Undefined while it is asked for; null when nobody has planned the day. */
  readonly plan: DayPlanView | null | undefined;
  readonly index: PlanIndex | null;
  readonly error: unknown;
  readonly commands: PlanCommands;
  readonly live: LivePlan;
}

const PlanDeskContext = createContext<PlanDesk | null>(null);

export interface PlanDeskProviderProps {
  readonly user: MeView;
  readonly children: ReactNode;
}

/** The day that is looked at, its plan, and what is chosen in it. Begins with tomorrow. */
export function PlanDeskProvider({ user, children }: PlanDeskProviderProps) {
  const [state, act] = useReducer(afterAction, null, () =>
    startOn(dayAfter(operatingDayAt(new Date()), 1)),
  );
  const enterpriseId = user.enterpriseId ?? '';
  const day = { enterpriseId, operatingOn: state.day };
  const { data: plan, error } = useQuery(planOf(day));
  const commands = usePlanCommands(day, plan, (change) => act({ do: 'changed', change }));
  const live = useLivePlan(day, plan, user.id);
  const desk = useMemo(
    () => ({
      user,
      enterpriseId,
      mayPlan: user.permissions.includes('dispatch.plan'),
      state,
      act,
      plan,
      index: plan ? indexPlan(plan) : null,
      error,
      commands,
      live,
    }),
    [user, enterpriseId, state, plan, error, commands, live],
  );
  return <PlanDeskContext value={desk}>{children}</PlanDeskContext>;
}

export function usePlanDesk(): PlanDesk {
  const desk = useContext(PlanDeskContext);
  if (!desk) throw new Error('usePlanDesk stands inside PlanDeskProvider');
  return desk;
}

export interface OpenPlan {
  readonly plan: DayPlanView;
  readonly index: PlanIndex;
}

/** The plan that is shown, for what is drawn only when there is one. */
export function useOpenPlan(): OpenPlan {
  const { plan, index } = usePlanDesk();
  if (!plan || !index) throw new Error('useOpenPlan stands where there is a plan');
  return { plan, index };
}
