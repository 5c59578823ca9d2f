import { useTranslation } from 'react-i18next';
import type { RowKind } from '../row-kind.js';
import type { GanttSpan } from './gantt-row.js';

const TRIP = ['load', 'travel', 'wait', 'discharge', 'return'] as const;
const PUMP = ['set_up', 'pump', 'wash'] as const;
const PARTS: Readonly<Record<RowKind, readonly GanttSpan['part'][]>> = {
  trucks: TRIP,
  lines: ['load'],
  pumps: PUMP,
  sites: ['wait', 'discharge', ...PUMP],
};
const STATES = ['planned', 'released', 'started', 'done'] as const;

export function GanttLegend({ rows }: { readonly rows: RowKind }) {
  const { t } = useTranslation('plan');
  return (
    <ul className="gantt-legend" aria-label={t('gantt.legend')}>
      {PARTS[rows].map((part) => (
        <li key={part}>
          <svg width="14" height="12" className="gantt-bar is-released" aria-hidden="true">
            <rect className={`part-${part}`} width="14" height="12" rx="2" />
          </svg>
          {t(`part.${part}`)}
        </li>
      ))}
      <li className="gantt-legend-gap" />
      {STATES.map((state) => (
        <li key={state}>
          <svg width="20" height="12" className={`gantt-bar is-${state}`} aria-hidden="true">
            <rect className="part-travel" x="1" y="1" width="18" height="10" rx="2" />
            <rect className="gantt-bar-edge" x="1" y="1" width="18" height="10" rx="2" />
          </svg>
          {t(`itemState.${state}`)}
        </li>
      ))}
      <li>
        <svg width="20" height="12" className="gantt-bar is-planned is-waiting" aria-hidden="true">
          <rect className="part-travel" x="1" y="1" width="18" height="10" rx="2" />
          <rect className="gantt-bar-hatch" x="1" y="1" width="18" height="10" rx="2" />
          <rect className="gantt-bar-edge" x="1" y="1" width="18" height="10" rx="2" />
        </svg>
        {t('gantt.ghost')}
      </li>
      {rows === 'pumps' && (
        <li>
          <svg width="20" height="12" className="gantt-bar is-done is-given-on" aria-hidden="true">
            <rect className="part-pump" x="1" y="1" width="18" height="10" rx="2" />
            <rect className="gantt-bar-edge" x="1" y="1" width="18" height="10" rx="2" />
          </svg>
          {t('gantt.takenOver')}
        </li>
      )}
    </ul>
  );
}
