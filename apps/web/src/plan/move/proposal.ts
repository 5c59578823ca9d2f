import type { MoveInPlanRequest } from '@tongyun/contracts';
import type { GanttBar } from '../gantt/gantt-row.js';
import type { PlanIndex } from '../plan-index.js';
import type { RowKind } from '../row-kind.js';

/** A move that is tried and not yet made. */
export interface Proposal {
  /** Of a load or a pump job. */
  readonly itemId: string;
  /** Null: it stays with its own. */
  readonly vehicleId: string | null;
  readonly lineId: string | null;
  /** Later by so many milliseconds; negative: earlier. */
  readonly shiftMs: number;
}

/** Where a bar was let go. */
export interface Drop {
  readonly bar: Pick<GanttBar, 'id' | 'kind'>;
  readonly fromRowId: string;
  /** Null: beside every row. */
  readonly toRowId: string | null;
  readonly shiftMs: number;
}

/** What a drag asks for: another truck, pump or line, or another time; null: nothing. */
export function proposalOf(
  { bar, fromRowId, toRowId, shiftMs }: Drop,
  rows: RowKind,
): Proposal | null {
  const other = toRowId === fromRowId ? null : toRowId;
  const isToVehicle =
    (rows === 'trucks' && bar.kind === 'load') || (rows === 'pumps' && bar.kind === 'pump_job');
  const vehicleId = isToVehicle ? other : null;
  const lineId = rows === 'lines' ? other : null;
  if (vehicleId === null && lineId === null && shiftMs === 0) return null;
  return { itemId: bar.id, vehicleId, lineId, shiftMs };
}

/** The proposal as the server is asked about it. */
export function toMoveRequest(
  { itemId, vehicleId, lineId, shiftMs }: Proposal,
  { loads, pumpJobs }: PlanIndex,
  isTrial: boolean,
): MoveInPlanRequest {
  const beginsAt = loads.get(itemId)?.loadFromAt ?? pumpJobs.get(itemId)?.readyAt;
  return {
    itemId,
    isTrial,
    ...(vehicleId === null ? {} : { vehicleId }),
    ...(lineId === null ? {} : { lineId }),
    ...(shiftMs === 0 || beginsAt === undefined
      ? {}
      : { atAt: new Date(Date.parse(beginsAt) + shiftMs) }),
  };
}
