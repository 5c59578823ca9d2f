import {
  type DurationKind,
  durationDecisionView,
  durationLearningsView,
  durationLearningView,
  durationPage,
  type DurationView,
  type PlanReviewQuery,
  planReviewView,
  type SetDurationRequest,
} from '@tongyun/contracts';
import { allPages } from './all-pages.js';
import { api } from './client.js';

export const listDurations = (enterpriseId: string, kind: DurationKind): Promise<DurationView[]> =>
  allPages((page) => api.get('durations', durationPage, { ...page, enterpriseId, kind }));
export const listLearnings = (enterpriseId: string) =>
  api.get('durations/learnings', durationLearningsView, { enterpriseId });
export const learnDurations = (enterpriseId: string) =>
  api.post('durations/learnings', { enterpriseId }, durationLearningView);

/** What a form states of a duration, beside where it holds. */
export type StatedDuration = Pick<SetDurationRequest, 'value' | 'untilAt' | 'reason'>;

export const decideDuration = (enterpriseId: string, row: DurationView, stated: StatedDuration) => {
  const { kind, plantId, siteId, placingMethod, pourKind, hour, version } = row;
  const request = { enterpriseId, kind, plantId, siteId, placingMethod, pourKind, hour, ...stated };
  return api.post('durations/decisions', request, durationDecisionView, { ifMatch: version });
};
export const withdrawDuration = (id: string, reason: string) =>
  api.post(`durations/decisions/${id}/withdrawal`, { reason }, durationDecisionView);

export const getPlanReview = (query: PlanReviewQuery) =>
  api.get('plan-reviews', planReviewView, query);
