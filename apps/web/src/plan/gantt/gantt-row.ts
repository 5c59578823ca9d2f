/** A stretch of a bar: what goes on in it. */
export interface GanttSpan {
  readonly part: 'load' | 'travel' | 'wait' | 'discharge' | 'return' | 'set_up' | 'pump' | 'wash';
  readonly fromMs: number;
  readonly toMs: number;
}

/** A load, a pump job, or what a pump did before another took over, as it is drawn in one row. */
export interface GanttBar {
  readonly id: string;
  readonly kind: 'load' | 'pump_job' | 'pump_run';
  readonly orderId: string;
  readonly state: 'planned' | 'released' | 'started' | 'done';
  readonly isPinned: boolean;
  /** Of an order that waits for a call. */
  readonly isGhost: boolean;
  readonly label: string;
  /** Which of the row's lanes, from 0: bars of one lane never overlap. */
  readonly lane: number;
  /** In time, without a hole between them. */
  readonly spans: readonly GanttSpan[];
}

export interface GanttRow {
  readonly id: string;
  readonly kind: 'vehicle' | 'line' | 'order';
  readonly lanes: number;
  readonly bars: readonly GanttBar[];
  /** When it cannot be used. */
  readonly closed: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** When the site wants its first truck. */
  readonly wantedMs: number | null;
}

export const startOf = ({ spans }: Pick<GanttBar, 'spans'>): number => spans[0]?.fromMs ?? 0;
export const endOf = ({ spans }: Pick<GanttBar, 'spans'>): number => spans.at(-1)?.toMs ?? 0;
