import { memo } from 'react';
import type { PlacedRow } from './row-layout.js';
import { type TimeScale, widthOf, xOf } from './time-scale.js';
import type { GanttBar as Bar } from './gantt-row.js';
import { GanttBar } from './gantt-bar.js';

export interface GanttRowViewProps {
  readonly placed: PlacedRow;
  readonly scale: TimeScale;
  readonly chosenId: string | null;
  readonly chosenOrderId: string | null;
  readonly titleOf: (bar: Bar) => string;
}

/** One row: when it is shut, when it is wanted, and what it does. */
export const GanttRowView = memo(function GanttRowView({
  placed: { row, top, height },
  scale,
  chosenId,
  chosenOrderId,
  titleOf,
}: GanttRowViewProps) {
  const wantedX = row.wantedMs === null ? null : xOf(scale, row.wantedMs);
  return (
    <g transform={`translate(0 ${top})`} data-testid="gantt-row" data-row-id={row.id}>
      {row.closed.map(({ fromMs, toMs }) => {
        const x = Math.max(0, xOf(scale, fromMs));
        const width = Math.min(widthOf(scale), xOf(scale, toMs)) - x;
        return (
          width > 0 && <rect key={fromMs} className="gantt-closed" {...{ x, width, height }} />
        );
      })}
      <line className="gantt-rule" x2={widthOf(scale)} y1={height} y2={height} />
      {wantedX !== null && (
        <path className="gantt-wanted" d={`M${wantedX} 0v${height}M${wantedX - 4} 0h8l-4 5z`} />
      )}
      {row.bars.map((bar) => (
        <GanttBar
          key={bar.id}
          bar={bar}
          scale={scale}
          isChosen={bar.id === chosenId}
          isKin={bar.orderId === chosenOrderId && bar.id !== chosenId}
          title={titleOf(bar)}
        />
      ))}
    </g>
  );
});
