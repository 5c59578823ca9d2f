import type {
  DayPlanView,
  PlannedLoadView,
  PlannedPumpJobView,
  PumpRunView,
} from '@tongyun/contracts';
import { groupBy } from '@tongyun/kernel';
import { type PlanIndex, vehicleName } from '../plan-index.js';
import type { RowKind } from '../row-kind.js';
import type { GanttBar, GanttRow, GanttSpan } from './gantt-row.js';
import { stackBars } from './stack-bars.js';

type Bar = Omit<GanttBar, 'lane'>;
type Plan = Pick<
  DayPlanView,
  'loads' | 'pumpJobs' | 'pumpRuns' | 'orders' | 'vehicles' | 'lines' | 'fromAt' | 'toAt'
>;

/** The chart's rows of one kind, those that work first in the order in which they begin. */
export function buildRows(plan: Plan, index: PlanIndex, kind: RowKind): GanttRow[] {
  switch (kind) {
    case 'trucks':
      return truckRows(plan, index);
    case 'lines':
      return lineRows(plan, index);
    case 'pumps':
      return pumpRows(plan, index);
    case 'sites':
      return siteRows(plan, index);
  }
}

function truckRows(plan: Plan, index: PlanIndex): GanttRow[] {
  const loadsOf = groupBy(plan.loads, ({ vehicleId }) => vehicleId);
  const rows = plan.vehicles
    .filter(({ kind }) => kind === 'mixer')
    .map((vehicle) =>
      rowOf(
        { id: vehicle.id, kind: 'vehicle', closed: offDuty(plan, vehicle), wantedMs: null },
        (loadsOf.get(vehicle.id) ?? []).map((load) =>
          barOf(load, index, siteLabel(load, index), wholeTrip(load)),
        ),
      ),
    );
  return byFirst(rows, (id) => vehicleName(index.vehicles.get(id)));
}

function lineRows(plan: Plan, index: PlanIndex): GanttRow[] {
  const loadsOf = groupBy(plan.loads, ({ lineId }) => lineId);
  return plan.lines.map((line) =>
    rowOf(
      {
        id: line.id,
        kind: 'line',
        closed: line.closed.map(({ fromAt, toAt }) => ({
          fromMs: Date.parse(fromAt),
          toMs: Date.parse(toAt),
        })),
        wantedMs: null,
      },
      (loadsOf.get(line.id) ?? []).map((load) =>
        barOf(
          load,
          index,
          vehicleName(index.vehicles.get(load.vehicleId)),
          spansOf([
            ['load', load.loadFromAt],
            [null, load.loadToAt],
          ]),
        ),
      ),
    ),
  );
}

function pumpRows(plan: Plan, index: PlanIndex): GanttRow[] {
  const jobsOf = groupBy(plan.pumpJobs, ({ vehicleId }) => vehicleId);
  const runsOf = groupBy(plan.pumpRuns, ({ vehicleId }) => vehicleId);
  const rows = plan.vehicles
    .filter(({ kind }) => kind !== 'mixer')
    .map((vehicle) =>
      rowOf(
        { id: vehicle.id, kind: 'vehicle', closed: offDuty(plan, vehicle), wantedMs: null },
        [
          ...(jobsOf.get(vehicle.id) ?? []).map((job) => pumpBar(job, index)),
          ...(runsOf.get(vehicle.id) ?? []).flatMap(runBars),
        ].map((bar) => ({ ...bar, label: index.orders.get(bar.orderId)?.siteName ?? '' })),
      ),
    );
  return byFirst(rows, (id) => vehicleName(index.vehicles.get(id)));
}

function siteRows(plan: Plan, index: PlanIndex): GanttRow[] {
  const loadsOf = groupBy(plan.loads, ({ orderId }) => orderId);
  const jobsOf = groupBy(plan.pumpJobs, ({ orderId }) => orderId);
  const runsOf = groupBy(plan.pumpRuns, ({ orderId }) => orderId);
  const pumpName = ({ vehicleId }: { readonly vehicleId: string }): string =>
    vehicleName(index.vehicles.get(vehicleId));
  return plan.orders
    .map((order) =>
      rowOf(
        {
          id: order.id,
          kind: 'order',
          closed: [],
          wantedMs: Date.parse(order.firstOnSiteAt),
        },
        [
          ...(jobsOf.get(order.id) ?? []).map((job) => ({
            ...pumpBar(job, index),
            label: pumpName(job),
          })),
          ...(runsOf.get(order.id) ?? []).flatMap((run) =>
            runBars(run).map((bar) => ({ ...bar, label: pumpName(run) })),
          ),
          ...(loadsOf.get(order.id) ?? []).map((load) =>
            barOf(
              load,
              index,
              `${load.loadNo} · ${vehicleName(index.vehicles.get(load.vehicleId))}`,
              atSite(load),
            ),
          ),
        ],
      ),
    )
    .toSorted((one, other) => (one.wantedMs ?? 0) - (other.wantedMs ?? 0));
}

const rowOf = (row: Omit<GanttRow, 'bars' | 'lanes'>, bars: readonly Bar[]): GanttRow => ({
  ...row,
  ...stackBars(bars),
});

const barOf = (
  load: PlannedLoadView,
  { orders }: PlanIndex,
  label: string,
  spans: readonly GanttSpan[],
): Bar => ({
  id: load.id,
  kind: 'load',
  orderId: load.orderId,
  state: load.state,
  isPinned: load.isPinned,
  isGhost: orders.get(load.orderId)?.isGhost ?? false,
  label,
  spans,
});

const pumpBar = (job: PlannedPumpJobView, { orders }: PlanIndex): Omit<Bar, 'label'> => ({
  id: job.id,
  kind: 'pump_job',
  orderId: job.orderId,
  state: job.state,
  isPinned: job.isPinned,
  isGhost: orders.get(job.orderId)?.isGhost ?? false,
  spans: spansOf([
    ['set_up', job.departAt],
    ['pump', job.readyAt],
    ['wash', job.untilAt],
    [null, job.leaveAt],
  ]),
});

const PART_OF: Readonly<Record<PumpRunView['stages'][number]['stage'], GanttSpan['part'] | null>> =
  {
    travelling: 'set_up',
    setting_up: 'set_up',
    ready: 'pump',
    pumping: 'pump',
    washing: 'wash',
    left: null,
  };

/** What a pump did until another had its job; nothing where it was said of it only that it left. */
function runBars({ id, orderId, stages, givenOnAt }: PumpRunView): Omit<Bar, 'label'>[] {
  const spans = spansOf([
    ...stages.map(({ stage, at }) => [PART_OF[stage], at] as const),
    [null, givenOnAt],
  ]);
  const drawn = { id, kind: 'pump_run', orderId, state: 'done', isPinned: false } as const;
  return spans.length === 0 ? [] : [{ ...drawn, isGhost: false, spans }];
}

const siteLabel = (load: PlannedLoadView, { orders }: PlanIndex): string =>
  `${load.loadNo} ${orders.get(load.orderId)?.siteName ?? ''}`;

const wholeTrip = (load: PlannedLoadView): GanttSpan[] =>
  spansOf([
    ['load', load.loadFromAt],
    ['travel', load.loadToAt],
    ['wait', load.arriveAt],
    ['discharge', load.dischargeFromAt],
    ['wait', load.dischargeToAt],
    ['return', load.leaveAt],
    [null, load.backAt],
  ]);

const atSite = (load: PlannedLoadView): GanttSpan[] =>
  spansOf([
    ['wait', load.arriveAt],
    ['discharge', load.dischargeFromAt],
    ['wait', load.dischargeToAt],
    [null, load.leaveAt],
  ]);

/** Each part lasts until the next begins; what takes no time is left out. */
function spansOf(parts: readonly (readonly [GanttSpan['part'] | null, string])[]): GanttSpan[] {
  return parts.flatMap(([part, at], nth) => {
    const next = parts[nth + 1];
    if (part === null || next === undefined) return [];
    const span = { part, fromMs: Date.parse(at), toMs: Date.parse(next[1]) };
    return span.toMs > span.fromMs ? [span] : [];
  });
}

function offDuty(
  { fromAt, toAt }: Plan,
  { dutyFromAt, dutyToAt }: DayPlanView['vehicles'][number],
): GanttRow['closed'] {
  // A pour may begin before the operating day, or go on after it.
  const margin = 12 * 3_600_000;
  return [
    { fromMs: Date.parse(fromAt) - margin, toMs: Date.parse(dutyFromAt) },
    { fromMs: Date.parse(dutyToAt), toMs: Date.parse(toAt) + margin },
  ].filter(({ fromMs, toMs }) => toMs > fromMs);
}

const firstOf = ({ bars }: GanttRow): number => bars[0]?.spans[0]?.fromMs ?? Infinity;

function byFirst(rows: readonly GanttRow[], nameOf: (id: string) => string): GanttRow[] {
  return rows.toSorted((one, other) => {
    const [first, second] = [firstOf(one), firstOf(other)];
    if (first !== second) return first < second ? -1 : 1;
    return nameOf(one.id).localeCompare(nameOf(other.id));
  });
}
