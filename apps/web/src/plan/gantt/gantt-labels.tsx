import type { UnservedOrderView } from '@tongyun/contracts';
import { useMemo } from 'react';
import type { PlanIndex } from '../plan-index.js';
import type { Chosen } from '../plan-state.js';
import { GanttLabel } from './gantt-label.js';
import type { PlacedRow } from './row-layout.js';

export interface GanttLabelsProps {
  readonly seen: readonly PlacedRow[];
  readonly index: PlanIndex;
  readonly unserved: readonly UnservedOrderView[];
  readonly chosenId: string | null;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The rows' names; each can be chosen. */
export function GanttLabels({ seen, index, unserved, chosenId, onChoose }: GanttLabelsProps) {
  const lacking = useMemo(() => new Set(unserved.map(({ orderId }) => orderId)), [unserved]);
  return (
    <div className="gantt-labels">
      {seen.map(({ row, top, height }) => (
        <button
          key={row.id}
          type="button"
          className={row.id === chosenId ? 'gantt-label is-chosen' : 'gantt-label'}
          style={{ top, height }}
          data-testid="gantt-label"
          data-row-id={row.id}
          onClick={() => onChoose({ kind: row.kind, id: row.id })}
        >
          <GanttLabel row={row} index={index} isUnserved={lacking.has(row.id)} />
        </button>
      ))}
    </div>
  );
}
