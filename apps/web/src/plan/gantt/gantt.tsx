import { Button, Segmented, Space } from 'antd';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import type { Chosen, RowKind } from '../plan-state.js';
import { buildRows } from './build-rows.js';
import { AXIS_PX, GanttAxis } from './gantt-axis.js';
import { GanttLabel } from './gantt-label.js';
import { GanttLegend } from './gantt-legend.js';
import { GanttMarks } from './gantt-marks.js';
import { type GanttBar, endOf, startOf } from './gantt-row.js';
import { GanttRowView } from './gantt-row-view.js';
import { placeRows, rowsSeen } from './row-layout.js';
import { spanAround, widthOf } from './time-scale.js';
import { useNow } from './use-now.js';
import { useViewport } from './use-viewport.js';
import { useZoom } from './use-zoom.js';

const LABEL_PX = 190;
/** So that the last bar does not touch the edge. */
const RIGHT_PX = 12;
const ROW_KINDS: readonly RowKind[] = ['trucks', 'lines', 'pumps', 'sites'];

/** The plan as bars along time, by truck, line, pump or site. */
export function Gantt() {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const { state, act } = usePlanDesk();
  const frame = useRef<HTMLDivElement>(null);
  const viewport = useViewport(frame);
  const nowMs = useNow();
  const rows = useMemo(() => buildRows(plan, index, state.rows), [plan, index, state.rows]);
  const { placed, height } = useMemo(() => placeRows(rows), [rows]);
  const span = useMemo(() => spanOfPlan(plan), [plan]);
  const { scale, ...zoom } = useZoom(frame, span, viewport.widthPx - LABEL_PX - RIGHT_PX, LABEL_PX);
  const unserved = useMemo(() => new Set(plan.unserved.map(({ orderId }) => orderId)), [plan]);
  const titleOf = useCallback(
    (bar: GanttBar) =>
      t('gantt.bar', {
        what: bar.label,
        from: formatTime(new Date(startOf(bar))),
        to: formatTime(new Date(endOf(bar))),
        state: t(`itemState.${bar.state}`),
      }),
    [t],
  );
  const seen = rowsSeen(placed, viewport.scrollTop, viewport.heightPx);
  const { chosen } = state;
  const chosenItem =
    chosen && (index.loads.get(chosen.id) ?? index.pumpJobs.get(chosen.id) ?? null);
  const chosenOrderId = chosenItem?.orderId ?? (chosen?.kind === 'order' ? chosen.id : null);
  const choose = (picked: Chosen) => act({ do: 'choose', chosen: picked });
  const chooseItem = (target: EventTarget) => {
    const id =
      target instanceof Element && target.closest('[data-item-id]')?.getAttribute('data-item-id');
    if (id) choose({ kind: index.loads.has(id) ? 'load' : 'pump_job', id });
  };

  return (
    <section className="gantt-pane" aria-label={t('view.chart')}>
      <div className="gantt-tools">
        <Segmented<RowKind>
          aria-label={t('gantt.rows')}
          data-testid="gantt-rows"
          value={state.rows}
          options={ROW_KINDS.map((value) => ({ value, label: t(`rows.${value}`) }))}
          onChange={(next) => act({ do: 'show_rows', rows: next })}
        />
        <Space.Compact>
          <Button aria-label={t('gantt.further')} onClick={zoom.further}>
            −
          </Button>
          <Button onClick={zoom.fit}>{t('gantt.fit')}</Button>
          <Button aria-label={t('gantt.nearer')} title={t('gantt.wheel')} onClick={zoom.nearer}>
            +
          </Button>
        </Space.Compact>
        <span className="app-bar-space" />
        <GanttLegend rows={state.rows} />
      </div>
      <div ref={frame} className="gantt" data-testid="gantt" data-rows={state.rows}>
        <div
          className="gantt-sheet"
          style={{
            gridTemplateColumns: `${LABEL_PX}px ${widthOf(scale) + RIGHT_PX}px`,
            gridTemplateRows: `${AXIS_PX}px ${height}px`,
          }}
        >
          <div className="gantt-corner">{t('gantt.count', { count: rows.length })}</div>
          <div className="gantt-head">
            <GanttAxis scale={scale} />
          </div>
          <div className="gantt-labels">
            {seen.map(({ row, top, height: rowHeight }) => (
              <button
                key={row.id}
                type="button"
                className={row.id === chosen?.id ? 'gantt-label is-chosen' : 'gantt-label'}
                style={{ top, height: rowHeight }}
                data-testid="gantt-label"
                data-row-id={row.id}
                onClick={() => choose({ kind: row.kind, id: row.id })}
              >
                <GanttLabel row={row} index={index} isUnserved={unserved.has(row.id)} />
              </button>
            ))}
          </div>
          <svg
            className="gantt-body"
            width={widthOf(scale) + RIGHT_PX}
            height={height}
            onClick={({ target }) => chooseItem(target)}
            onKeyDown={({ key, target }) => {
              if (key === 'Enter') chooseItem(target);
            }}
          >
            <defs>
              <pattern id="gantt-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
                <path d="M0 6L6 0" className="gantt-hatch" />
              </pattern>
            </defs>
            <GanttMarks
              scale={scale}
              heightPx={height}
              nowMs={nowMs}
              frozenMs={plan.frozenUntil === null ? null : Date.parse(plan.frozenUntil)}
            />
            {seen.map((one) => (
              <GanttRowView
                key={one.row.id}
                placed={one}
                scale={scale}
                chosenId={chosen?.id ?? null}
                chosenOrderId={chosenOrderId}
                titleOf={titleOf}
              />
            ))}
          </svg>
        </div>
      </div>
    </section>
  );
}

const spanOfPlan = (plan: ReturnType<typeof useOpenPlan>['plan']) =>
  spanAround(
    [
      ...plan.loads.flatMap(({ loadFromAt, backAt }) => [loadFromAt, backAt]),
      ...plan.pumpJobs.flatMap(({ departAt, leaveAt }) => [departAt, leaveAt]),
      ...plan.orders.map(({ firstOnSiteAt }) => firstOnSiteAt),
    ],
    [plan.fromAt, plan.toAt],
  );
