import type { DayPlanQuery, DayPlanView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiRefusal } from '../../api/api-refusal.js';
import { readAgain } from '../../api/read-again.js';
import { planOf } from '../queries.js';
import type { PlanChange, PlanCommand } from './plan-command.js';

export interface PlanCommands {
  readonly run: (command: PlanCommand) => void;
  readonly running: PlanCommand['name'] | null;
  /** Why the last command was refused. */
  readonly error: unknown;
  /** Somebody else changed the plan first: the newer one is shown, and it can be done again. */
  readonly isOvertaken: boolean;
  readonly again: () => void;
  readonly dismiss: () => void;
}

export const isOvertaken = (error: unknown): boolean =>
  error instanceof ApiRefusal && error.refusal.code === 'VERSION_CONFLICT';

/** Does commands on the plan of a day, one at a time, and shows the plan that comes of them. */
export function usePlanCommands(
  day: DayPlanQuery,
  plan: DayPlanView | null | undefined,
  onChanged: (change: PlanChange) => void,
): PlanCommands {
  const queries = useQueryClient();
  const { queryKey } = planOf(day);
  const { mutate, variables, isPending, error, reset } = useMutation({
    mutationFn: async (command: PlanCommand): Promise<PlanChange> => {
      const { name, event } = command;
      const outcome = await command.run(plan ?? null);
      return { command: { name, event }, before: plan ?? null, outcome };
    },
    onSuccess: async (change) => {
      // An answer still on its way is older than the command's.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, change.outcome.plan);
      onChanged(change);
    },
    onError: (refused) => {
      if (isOvertaken(refused)) void readAgain(queries, queryKey);
    },
  });
  return {
    run: mutate,
    running: isPending ? variables.name : null,
    error,
    isOvertaken: isOvertaken(error),
    again: () => variables && mutate(variables),
    dismiss: reset,
  };
}
