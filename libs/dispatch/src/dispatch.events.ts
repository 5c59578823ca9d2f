import type { EnterpriseId } from '@tongyun/kernel';

/** What happens here, in order per plan. */
export interface DispatchEvents {
  /** A plan has a new revision, or a better one is offered or was declined. */
  'day_plan.changed': { readonly planId: string; readonly enterpriseId: EnterpriseId };
}
