import { formatTime } from '../../i18n/time.js';
import type { Proposal } from '../move/proposal.js';
import { BAR_PX } from './gantt-bar.js';
import { endOf, startOf } from './gantt-row.js';
import { laneTop, type PlacedRow } from './row-layout.js';
import { type TimeScale, xOf } from './time-scale.js';

export interface GanttGhostProps {
  readonly proposal: Proposal;
  readonly placed: readonly PlacedRow[];
  readonly scale: TimeScale;
  /** What the rules say of it; null: they have not answered. */
  readonly isAllowed: boolean | null;
}

const VERDICTS = { true: 'is-allowed', false: 'is-refused', null: 'is-asked' };

/** Where a moved bar would lie. */
export function GanttGhost({ proposal, placed, scale, isAllowed }: GanttGhostProps) {
  const home = placed.find(({ row }) => row.bars.some(({ id }) => id === proposal.itemId));
  const bar = home?.row.bars.find(({ id }) => id === proposal.itemId);
  if (!home || !bar) return null;
  const rowId = proposal.vehicleId ?? proposal.lineId;
  const target = placed.find(({ row }) => row.id === rowId) ?? home;
  const fromMs = startOf(bar) + proposal.shiftMs;
  const x = xOf(scale, fromMs);
  const width = Math.max(2, xOf(scale, endOf(bar) + proposal.shiftMs) - x);
  const lane = target === home ? bar.lane : 0;
  return (
    <g
      className={`gantt-ghost ${VERDICTS[`${isAllowed}`]}`}
      transform={`translate(${x} ${target.top + laneTop(lane)})`}
      data-testid="gantt-ghost"
    >
      <rect width={width} height={BAR_PX} rx={3} />
      {proposal.shiftMs !== 0 && (
        <text x={4} y={BAR_PX / 2 + 4}>
          {formatTime(new Date(fromMs))}
        </text>
      )}
    </g>
  );
}
