import type { EnterpriseId } from '@tongyun/kernel';

/** What happens here, in order per plan. */
export interface DispatchEvents {
  /** A plan has a new revision. */
  'day_plan.changed': { readonly planId: string; readonly enterpriseId: EnterpriseId };
}
