import { DayPlanEntity, DayPlanRevisionEntity } from '@tongyun/dispatch/data';
import { newId } from '@tongyun/kernel';
import type { EntityManager } from 'typeorm';
import type { ConcreteWorks } from './concrete-works.js';

export interface StoredPlan {
  readonly operatingOn: string;
  readonly releasedRevision: number | null;
  readonly plannedAt: Date;
  /** Who brings the only load, and when. */
  readonly pair: { readonly vehicleId: string; readonly driverId: string };
  readonly loadAt: Date;
  /** Of an order that there is, with its time on site; left out: of one that is nowhere else, and at once. */
  readonly visit?: { readonly orderId: string; readonly arriveAt: Date; readonly leaveAt: Date };
}

/** A plan of a day with one load; answers with the plan's id. */
export async function storePlan(
  manager: EntityManager,
  { enterpriseId, plantId, dispatcher }: ConcreteWorks,
  { operatingOn, releasedRevision, plannedAt, pair, loadAt, visit }: StoredPlan,
): Promise<string> {
  const at = loadAt.toISOString();
  const arriveAt = visit?.arriveAt.toISOString() ?? at;
  const leaveAt = visit?.leaveAt.toISOString() ?? at;
  const load: DayPlanRevisionEntity['content']['loads'][number] = {
    id: newId<string>(),
    orderId: visit?.orderId ?? newId<string>(),
    loadNo: 1,
    kind: 'concrete',
    m3: 8,
    plantId,
    lineId: newId<string>(),
    ...pair,
    place: 0,
    loadFromAt: at,
    loadToAt: at,
    arriveAt,
    dischargeFromAt: arriveAt,
    dischargeToAt: leaveAt,
    leaveAt,
    backAt: leaveAt,
    isPinned: false,
  };
  const content = {
    loads: [load],
    pumpJobs: [],
    unserved: [],
    events: [],
    wants: [],
    frozenUntil: null,
  } as object;
  const plan = { id: newId<string>(), enterpriseId, operatingOn, revision: 1, releasedRevision };
  await manager.insert(DayPlanEntity, plan);
  await manager.insert(DayPlanRevisionEntity, {
    planId: plan.id,
    revision: 1,
    kind: 'planned',
    byUser: dispatcher.userId,
    byName: 'dispatcher',
    at: plannedAt,
    note: null,
    undoTo: null,
    content: content as DayPlanRevisionEntity['content'],
  });
  return plan.id;
}
