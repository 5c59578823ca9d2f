import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { buildRows } from './build-rows.js';
import { AXIS_PX, GanttAxis } from './gantt-axis.js';
import { GanttBody } from './gantt-body.js';
import { GanttLabels } from './gantt-labels.js';
import { GanttTools } from './gantt-tools.js';
import { placeRows, rowsSeen } from './row-layout.js';
import { spanOfPlan } from './span-of-plan.js';
import { widthOf } from './time-scale.js';
import { useViewport } from './use-viewport.js';
import { useZoom } from './use-zoom.js';

const LABEL_PX = 190;
/** So that the last bar does not touch the edge. */
const RIGHT_PX = 20;

/** The plan as bars along time, by truck, line, pump or site. */
export function Gantt() {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const { state, act } = usePlanDesk();
  const frame = useRef<HTMLDivElement>(null);
  const viewport = useViewport(frame);
  const rows = useMemo(() => buildRows(plan, index, state.rows), [plan, index, state.rows]);
  const { placed, height } = useMemo(() => placeRows(rows), [rows]);
  const span = useMemo(() => spanOfPlan(plan), [plan]);
  const room = viewport.widthPx - LABEL_PX - RIGHT_PX;
  const { scale, ...zoom } = useZoom(frame, span, room, LABEL_PX);
  const seen = rowsSeen(placed, viewport.scrollTop, viewport.heightPx);
  const widthPx = widthOf(scale) + RIGHT_PX;

  return (
    <section className="gantt-pane" aria-label={t('view.chart')}>
      <GanttTools
        rows={state.rows}
        onRows={(next) => act({ do: 'show_rows', rows: next })}
        zoom={zoom}
      />
      <div ref={frame} className="gantt" data-testid="gantt" data-rows={state.rows}>
        <div
          className="gantt-sheet"
          style={{
            gridTemplateColumns: `${LABEL_PX}px ${widthPx}px`,
            gridTemplateRows: `${AXIS_PX}px ${height}px`,
          }}
        >
          <div className="gantt-corner">{t('gantt.count', { count: rows.length })}</div>
          <div className="gantt-head">
            <GanttAxis scale={scale} />
          </div>
          <GanttLabels
            seen={seen}
            index={index}
            unserved={plan.unserved}
            chosenId={state.chosen?.id ?? null}
            onChoose={(chosen) => act({ do: 'choose', chosen })}
          />
          <GanttBody {...{ placed, seen, scale, widthPx, heightPx: height }} />
        </div>
      </div>
    </section>
  );
}
