import { SearchStrip } from '../../planning/search-strip.js';
import { usePlanDesk } from '../plan-desk.js';

/** Whatever is searched for of the day that is shown. */
export function PlanningStrip() {
  const { enterpriseId, state, mayPlan, user } = usePlanDesk();
  const day = { enterpriseId, operatingOn: state.day };
  return (
    <div className="plan-searching">
      <SearchStrip day={day} userId={user.id} mayPlan={mayPlan} jointOrderId={null} />
    </div>
  );
}
