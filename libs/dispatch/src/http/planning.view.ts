import type { PlanningView } from '@tongyun/contracts';
import type { Planning } from '../day/planning/planning.js';

export const toPlanningView = (planning: Planning): PlanningView => ({
  ...planning,
  startedAt: planning.startedAt.toISOString(),
});
