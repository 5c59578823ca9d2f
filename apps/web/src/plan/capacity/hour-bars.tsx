import { formatTime } from '../../i18n/time.js';

export interface HourBar {
  readonly at: string;
  readonly value: number;
  /** On top of the value, if it is called. */
  readonly extra: number;
  readonly limit: number;
  readonly isShort: boolean;
  /** The hour in words. */
  readonly words: string;
}

export interface HourBarsProps {
  readonly title: string;
  /** What reaches the top. */
  readonly most: number;
  readonly hours: readonly HourBar[];
}

const HOUR_PX = 44;
const HEIGHT_PX = 84;
const TOP_PX = 16;
const LABEL_PX = 18;
const MARGIN_PX = 6;

/** What is asked for in each hour as a bar, what can be done as a line over it. */
export function HourBars({ title, most, hours }: HourBarsProps) {
  const heightOf = (value: number): number => (value / most) * HEIGHT_PX;
  const bottom = TOP_PX + HEIGHT_PX;
  return (
    <figure className="plan-hours">
      <figcaption className="gantt-sub">{title}</figcaption>
      <svg width={hours.length * HOUR_PX} height={bottom + LABEL_PX} role="img" aria-label={title}>
        <line className="gantt-rule" x2={hours.length * HOUR_PX} y1={bottom} y2={bottom} />
        {hours.map(({ at, value, extra, limit, isShort, words }, nth) => {
          const [demand, more] = [heightOf(value), heightOf(extra)];
          const limitY = bottom - heightOf(limit);
          return (
            <g key={at} transform={`translate(${nth * HOUR_PX} 0)`}>
              <title>{words}</title>
              <rect className="hour-area" width={HOUR_PX} height={bottom} />
              <rect
                className={isShort ? 'hour-demand is-short' : 'hour-demand'}
                x={MARGIN_PX}
                y={bottom - demand}
                width={HOUR_PX - 2 * MARGIN_PX}
                height={demand}
              />
              <rect
                className="hour-extra"
                x={MARGIN_PX}
                y={bottom - demand - more}
                width={HOUR_PX - 2 * MARGIN_PX}
                height={more}
              />
              <line className="hour-limit" x2={HOUR_PX} y1={limitY} y2={limitY} />
              {value > 0 && (
                <text x={HOUR_PX / 2} y={Math.max(12, bottom - demand - more - 4)}>
                  {Math.round(value * 10) / 10}
                </text>
              )}
              <text className="hour-clock" x={HOUR_PX / 2} y={bottom + 14}>
                {formatTime(at)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
