import {
  callInView,
  capacityView,
  type DayPlanQuery,
  dayPlanView,
  type FreezePlanRequest,
  jointPourOutcomeView,
  type MoveInPlanRequest,
  type PinInPlanRequest,
  type PlanDayRequest,
  type PlanJointPourRequest,
  type PlanEventRequest,
  openPlanOfferView,
  planningOfDayView,
  planningView,
  planOutcomeView,
  releasePlanView,
  waysOutView,
  type WhatIfRequest,
  whyTruckView,
} from '@tongyun/contracts';
import { api } from './client.js';

/** A plan as it was seen: a command on it is refused when it has changed since. */
export interface SeenPlan {
  readonly id: string;
  readonly revision: number;
}

const command = (plan: SeenPlan, path: string, body: object) =>
  api.post(`day-plans/${plan.id}/${path}`, body, planOutcomeView, { ifMatch: plan.revision });

export const getDayPlan = (query: DayPlanQuery) => api.get('day-plans', dayPlanView, query);
/** @param seen null: nobody has planned the day yet */
export const planDay = (request: PlanDayRequest, seen: SeenPlan | null) =>
  api.post('day-plans', request, planOutcomeView, seen === null ? {} : { ifMatch: seen.revision });
export const getPlanningOfDay = (query: DayPlanQuery) =>
  api.get('day-plans/plannings', planningOfDayView, query);
export const endPlanning = (id: string, how: 'take-best' | 'cancel') =>
  api.post(`day-plans/plannings/${id}/${how}`, {}, planningView);
export const moveInPlan = (plan: SeenPlan, request: MoveInPlanRequest) =>
  command(plan, 'moves', request);
export const pinInPlan = (plan: SeenPlan, request: PinInPlanRequest) =>
  command(plan, 'pins', request);
export const freezePlan = (plan: SeenPlan, request: FreezePlanRequest) =>
  command(plan, 'freeze', request);
export const planJointPour = (
  plan: SeenPlan,
  request: Pick<PlanJointPourRequest, 'orderId' | 'searchSec'>,
) =>
  api.post(`day-plans/${plan.id}/joint-pours`, request, jointPourOutcomeView, {
    ifMatch: plan.revision,
  });
export const undoInPlan = (plan: SeenPlan) => command(plan, 'undo', {});
export const tellPlan = (plan: SeenPlan, event: PlanEventRequest) => command(plan, 'events', event);
export const catchUpPlan = (plan: SeenPlan) => command(plan, 'catch-up', {});
export const releasePlan = (plan: SeenPlan) =>
  api.post(`day-plans/${plan.id}/release`, {}, releasePlanView, { ifMatch: plan.revision });

export const listWaysOut = (planId: string, orderId: string) =>
  api.get(`day-plans/${planId}/orders/${orderId}/ways-out`, waysOutView);
export const getWhyTruck = (planId: string, loadId: string) =>
  api.get(`day-plans/${planId}/loads/${loadId}/why-truck`, whyTruckView);
export const getPlanOffer = (planId: string) =>
  api.get(`day-plans/${planId}/offer`, openPlanOfferView);
export const acceptPlanOffer = (plan: SeenPlan, offerId: string) =>
  command(plan, `offers/${offerId}/accept`, {});
export const declinePlanOffer = ({ id, revision }: SeenPlan, offerId: string) =>
  api.post(`day-plans/${id}/offers/${offerId}/decline`, {}, openPlanOfferView, {
    ifMatch: revision,
  });

export const listCallIns = (planId: string) => api.get(`day-plans/${planId}/call-ins`, callInView);
export const getCapacity = (planId: string) =>
  api.get(`day-plans/${planId}/capacity`, capacityView);
export const askWhatIf = (planId: string, request: WhatIfRequest) =>
  api.post(`day-plans/${planId}/what-if`, request, planOutcomeView);
