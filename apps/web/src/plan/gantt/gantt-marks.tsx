import { ticksOf, type TimeScale, widthOf, xOf } from './time-scale.js';

export interface GanttMarksProps {
  readonly scale: TimeScale;
  readonly heightPx: number;
  readonly nowMs: number;
  /** What loads before it stays; null: nothing is frozen. */
  readonly frozenMs: number | null;
}

/** Behind the bars: hours, what is frozen, and now. */
export function GanttMarks({ scale, heightPx, nowMs, frozenMs }: GanttMarksProps) {
  const frozenX = frozenMs === null ? 0 : Math.min(widthOf(scale), xOf(scale, frozenMs));
  const nowX = xOf(scale, nowMs);
  return (
    <g aria-hidden="true">
      {frozenX > 0 && (
        <>
          <rect className="gantt-frozen" width={frozenX} height={heightPx} />
          <line className="gantt-frozen-edge" x1={frozenX} x2={frozenX} y2={heightPx} />
        </>
      )}
      {ticksOf(scale).map(({ atMs, x, isMidnight }) => (
        <line
          key={atMs}
          className={isMidnight ? 'gantt-tick is-midnight' : 'gantt-tick'}
          x1={x}
          x2={x}
          y2={heightPx}
        />
      ))}
      {nowX > 0 && nowX < widthOf(scale) && (
        <line className="gantt-now" data-testid="gantt-now" x1={nowX} x2={nowX} y2={heightPx} />
      )}
    </g>
  );
}
