import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import type { Proposal } from '../move/proposal.js';
import { useTrial } from '../move/use-trial.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { GanttGhost } from './gantt-ghost.js';
import { GanttMarks } from './gantt-marks.js';
import { endOf, type GanttBar, startOf } from './gantt-row.js';
import { GanttRowView } from './gantt-row-view.js';
import type { PlacedRow } from './row-layout.js';
import type { TimeScale } from './time-scale.js';
import { useGanttDrag } from './use-gantt-drag.js';
import { useNow } from '../../days/use-now.js';

export interface GanttBodyProps {
  readonly placed: readonly PlacedRow[];
  readonly seen: readonly PlacedRow[];
  readonly scale: TimeScale;
  readonly widthPx: number;
  readonly heightPx: number;
}

const itemUnder = (target: EventTarget): string | null =>
  target instanceof Element
    ? (target.closest('[data-item-id]')?.getAttribute('data-item-id') ?? null)
    : null;

/** The bars; they can be chosen, and dragged to another row or time. */
export function GanttBody({ placed, seen, scale, widthPx, heightPx }: GanttBodyProps) {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const { state, act, mayPlan } = usePlanDesk();
  const { chosen, rows, proposal } = state;
  const drag = useGanttDrag({ rows, placed, scale, mayMove: mayPlan }, (dropped: Proposal) =>
    act({ do: 'propose', proposal: dropped }),
  );
  const trial = useTrial(proposal);
  const titleOf = useCallback(
    (bar: GanttBar) =>
      t('gantt.bar', {
        what: bar.label,
        from: formatTime(new Date(startOf(bar))),
        to: formatTime(new Date(endOf(bar))),
        state: t(bar.kind === 'pump_run' ? 'gantt.takenOver' : `itemState.${bar.state}`),
      }),
    [t],
  );
  const choose = (id: string | null) => {
    if (id === null) return;
    const run = plan.pumpRuns.find((one) => one.id === id);
    if (run) return act({ do: 'choose', chosen: { kind: 'vehicle', id: run.vehicleId } });
    act({ do: 'choose', chosen: { kind: index.loads.has(id) ? 'load' : 'pump_job', id } });
  };
  const item = chosen && (index.loads.get(chosen.id) ?? index.pumpJobs.get(chosen.id));
  const ghost = drag.isDragging ? drag.proposal : proposal;
  const isAllowed = drag.isDragging || !trial.data ? null : trial.data.faults.length === 0;

  return (
    <svg
      className={drag.isDragging ? 'gantt-body is-dragging' : 'gantt-body'}
      width={widthPx}
      height={heightPx}
      onPointerDown={drag.onPointerDown}
      onPointerMove={drag.onPointerMove}
      onPointerUp={drag.onPointerUp}
      onClick={({ target }) => {
        if (!drag.tookClick()) choose(itemUnder(target));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose(itemUnder(event.target));
      }}
    >
      <defs>
        <pattern id="gantt-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" className="gantt-hatch" />
        </pattern>
        <pattern id="gantt-waiting" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" className="gantt-waiting" />
        </pattern>
      </defs>
      <GanttMarks
        scale={scale}
        heightPx={heightPx}
        nowMs={useNow()}
        frozenMs={plan.frozenUntil === null ? null : Date.parse(plan.frozenUntil)}
      />
      {seen.map((one) => (
        <GanttRowView
          key={one.row.id}
          placed={one}
          scale={scale}
          chosenId={chosen?.id ?? null}
          chosenOrderId={item?.orderId ?? chosen?.id ?? null}
          titleOf={titleOf}
        />
      ))}
      {ghost && <GanttGhost proposal={ghost} {...{ placed, scale, isAllowed }} />}
    </svg>
  );
}
