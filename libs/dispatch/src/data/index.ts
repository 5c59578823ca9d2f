export { CallInCheckEntity } from './call-in-check.entity.js';
export { DayPlanEntity } from './day-plan.entity.js';
export { DayPlanRevisionEntity } from './day-plan-revision.entity.js';
export { PlanMendEntity } from './plan-mend.entity.js';
export { PlanOfferEntity } from './plan-offer.entity.js';
