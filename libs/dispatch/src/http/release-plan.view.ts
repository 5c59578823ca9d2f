import { type ReleasePlanView, reasonView } from '@tongyun/contracts';
import { z } from 'zod';
import type { DayRelease } from '../day/release-day.service.js';
import { type Changes, toDayPlanView } from './day-plan.view.js';

/** What a refusal of an assignment tells of the judge's reasons; others tell of none. */
const judged = z.object({ reasons: z.array(reasonView) });

const isLoad = ({ kind }: { readonly kind: string }): boolean => kind !== 'pump';

export function toReleasePlanView(
  { outcome, after, facts }: DayRelease,
  changes: Changes,
): ReleasePlanView {
  const numbers = new Map(after.content.loads.map(({ id, loadNo }) => [id, loadNo]));
  return {
    releasedLoads: outcome.released.filter(isLoad).length,
    releasedPumpJobs: outcome.released.filter((item) => !isLoad(item)).length,
    keptLoads: outcome.kept.filter(isLoad).length,
    refused: outcome.refused.map(({ item, code, details }) => ({
      itemId: item.id,
      orderId: item.orderId,
      loadNo: numbers.get(item.id) ?? null,
      code,
      reasons: judged.safeParse(details).data?.reasons ?? [],
    })),
    plan: toDayPlanView(after, facts, changes),
  };
}
