import type { PlanOfferView } from '@tongyun/contracts';
import type { PlanOfferEntity } from '../data/plan-offer.entity.js';
import type { PlanContent } from '../day/rules/plan-content.js';
import { findDifference } from '../day/rules/difference.js';
import { toDifferenceView } from './day-plan.view.js';

const NOTHING_BEGUN: ReadonlySet<string> = new Set();

/** An offer beside the plan that it is better than; the figures before are as of when it was made. */
export function toPlanOfferView(offer: PlanOfferEntity, current: PlanContent): PlanOfferView {
  const { before, gainPoints, changePoints, reasons } = offer.comparison;
  const difference = findDifference(current, offer.content, NOTHING_BEGUN, 0);
  // What counts as moved was said when the offer was made.
  const moved = difference.moved.filter(({ loadId }) => loadId in reasons);
  return {
    id: offer.id,
    baseRevision: offer.baseRevision,
    madeAt: offer.madeAt.toISOString(),
    gainPoints,
    changePoints,
    difference: toDifferenceView({ ...difference, moved, before }),
    reasons: { ...reasons },
  };
}
