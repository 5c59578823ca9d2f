import { memo } from 'react';
import { fitLabel } from './fit-label.js';
import { endOf, type GanttBar as Bar, startOf } from './gantt-row.js';
import { LANE_PX, laneTop } from './row-layout.js';
import { type TimeScale, xOf } from './time-scale.js';

export const BAR_PX = LANE_PX - 4;
const PIN_PX = 9;
const PIN = 'M3 0h4l-.6 3.4L8.6 5v1H5.6L5 10l-.6-4H1.4V5l2.2-1.6z';

export interface GanttBarProps {
  readonly bar: Bar;
  readonly scale: TimeScale;
  readonly isChosen: boolean;
  /** Of the same order as what is chosen. */
  readonly isKin: boolean;
  /** Read aloud in place of the drawing. */
  readonly title: string;
}

/** One load or pump job: its stages side by side, how sure it is, whether it is pinned. */
export const GanttBar = memo(function GanttBar({
  bar,
  scale,
  isChosen,
  isKin,
  title,
}: GanttBarProps) {
  const x = xOf(scale, startOf(bar));
  const width = Math.max(2, xOf(scale, endOf(bar)) - x);
  const classes = [
    'gantt-bar',
    `is-${bar.state}`,
    ...(isChosen ? ['is-chosen'] : []),
    ...(bar.isGhost ? ['is-waiting'] : []),
    ...(isKin ? ['is-kin'] : []),
    ...(bar.kind === 'pump_run' ? ['is-given-on'] : []),
  ];
  return (
    <g
      className={classes.join(' ')}
      transform={`translate(${x} ${laneTop(bar.lane)})`}
      role="button"
      tabIndex={0}
      aria-label={title}
      aria-pressed={isChosen}
      data-testid="gantt-bar"
      data-item-id={bar.id}
      data-state={bar.state}
      data-pinned={bar.isPinned}
      data-ghost={bar.isGhost}
    >
      {bar.spans.map(({ part, fromMs, toMs }) => (
        <rect
          key={fromMs}
          className={`part-${part}`}
          x={xOf(scale, fromMs) - x}
          width={Math.max(0.5, xOf(scale, toMs) - xOf(scale, fromMs))}
          height={BAR_PX}
        />
      ))}
      {bar.isGhost && <rect className="gantt-bar-hatch" width={width} height={BAR_PX} rx={3} />}
      <rect className="gantt-bar-edge" width={width} height={BAR_PX} rx={3} />
      <text x={5} y={BAR_PX / 2 + 4}>
        {fitLabel(bar.label, bar.isPinned ? width - PIN_PX - 2 : width)}
      </text>
      {bar.isPinned && (
        <path className="gantt-pin" d={PIN} transform={`translate(${width - PIN_PX - 3} 3)`} />
      )}
    </g>
  );
});
