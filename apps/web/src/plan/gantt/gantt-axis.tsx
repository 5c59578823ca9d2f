import { formatDate, formatTime } from '../../i18n/time.js';
import { ticksOf, type TimeScale, widthOf } from './time-scale.js';

export const AXIS_PX = 30;

export interface GanttAxisProps {
  readonly scale: TimeScale;
}

/** Clock times of Shanghai; midnight carries the new day's date. */
export function GanttAxis({ scale }: GanttAxisProps) {
  return (
    <svg className="gantt-axis" width={widthOf(scale)} height={AXIS_PX} aria-hidden="true">
      {ticksOf(scale).map(({ atMs, x, isMidnight }) => (
        <g key={atMs} transform={`translate(${x} 0)`} className={isMidnight ? 'is-midnight' : ''}>
          <line y1={AXIS_PX - 6} y2={AXIS_PX} />
          <text y={18} textAnchor={x < 20 ? 'start' : 'middle'}>
            {isMidnight ? formatDate(new Date(atMs)).slice(5) : formatTime(new Date(atMs))}
          </text>
        </g>
      ))}
    </svg>
  );
}
