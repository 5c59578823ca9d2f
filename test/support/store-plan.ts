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
}

/** A plan of a day with one load, of an order that is nowhere else; answers with the plan's id. */
export async function storePlan(
  manager: EntityManager,
  { enterpriseId, plantId, dispatcher }: ConcreteWorks,
  { operatingOn, releasedRevision, plannedAt, pair, loadAt }: StoredPlan,
): Promise<string> {
  const at = loadAt.toISOString();
  const load: DayPlanRevisionEntity['content']['loads'][number] = {
    id: newId<string>(),
    orderId: newId<string>(),
    loadNo: 1,
    kind: 'concrete',
    m3: 8,
    plantId,
    lineId: newId<string>(),
    ...pair,
    place: 0,
    loadFromAt: at,
    loadToAt: at,
    arriveAt: at,
    dischargeFromAt: at,
    dischargeToAt: at,
    leaveAt: at,
    backAt: at,
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
