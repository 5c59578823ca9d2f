import { usePlanDesk } from '../plan-desk.js';
import { PlanningStrip } from '../planning/planning-strip.js';
import { DayPick } from './day-pick.js';
import { ReleaseButton } from '../release/release-button.js';
import { FiguresStrip } from './figures-strip.js';
import { FreezeButton } from './freeze-button.js';
import { PlanButton } from './plan-button.js';
import { RevisionTags } from './revision-tags.js';
import { UndoButton } from './undo-button.js';

/** Which day, which revision, what it comes to, and what can be done to the whole of it. */
export function PlanHead() {
  const { state, act, mayPlan, plan } = usePlanDesk();
  return (
    <div className="plan-head">
      <div className="plan-head-line">
        <DayPick day={state.day} onDay={(day) => act({ do: 'show_day', day })} />
        <RevisionTags />
        <span className="app-bar-space" />
        {mayPlan && plan && (
          <>
            <UndoButton />
            <FreezeButton />
          </>
        )}
        {mayPlan && <PlanButton />}
        {mayPlan && plan && <ReleaseButton />}
      </div>
      <PlanningStrip />
      <FiguresStrip />
    </div>
  );
}
