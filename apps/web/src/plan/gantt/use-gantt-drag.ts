import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Proposal, proposalOf } from '../move/proposal.js';
import type { RowKind } from '../row-kind.js';
import type { GanttBar } from './gantt-row.js';
import { type PlacedRow, rowAt } from './row-layout.js';
import { spanOf, type TimeScale } from './time-scale.js';

interface Grip {
  readonly bar: GanttBar;
  readonly fromRowId: string;
  readonly x: number;
  readonly y: number;
}

export interface GanttDrag {
  /** What would be asked if it were let go now; null: nothing is dragged. */
  readonly proposal: Proposal | null;
  readonly isDragging: boolean;
  readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
  readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
  readonly onPointerUp: () => void;
  /** A drag has just ended: the click that follows chooses nothing. */
  readonly tookClick: () => boolean;
}

/** A hand that only clicks trembles less than this. */
const TREMBLE_PX = 4;
const STEP_MIN = 5;
const OPEN_STATES: readonly string[] = ['planned', 'released'];

/** Takes a bar by the pointer and says where it is held; `onDrop` when it is let go elsewhere. */
export function useGanttDrag(
  {
    rows,
    placed,
    scale,
    mayMove,
  }: {
    readonly rows: RowKind;
    readonly placed: readonly PlacedRow[];
    readonly scale: TimeScale;
    readonly mayMove: boolean;
  },
  onDrop: (proposal: Proposal) => void,
): GanttDrag {
  const grip = useRef<Grip | null>(null);
  const hasDragged = useRef(false);
  const [isDragging, setDragging] = useState(false);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const letGo = () => {
    grip.current = null;
    setDragging(false);
    setProposal(null);
  };
  useEffect(() => {
    if (!isDragging) return undefined;
    const listen = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') letGo();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isDragging]);

  return {
    proposal,
    isDragging,
    onPointerDown: (event) => {
      hasDragged.current = false;
      if (!mayMove || event.button !== 0) return;
      const held = barUnder(event.target, placed);
      if (held && OPEN_STATES.includes(held.bar.state)) {
        grip.current = { ...held, x: event.clientX, y: event.clientY };
      }
    },
    onPointerMove: (event) => {
      const { current } = grip;
      if (!current) return;
      const [dx, dy] = [event.clientX - current.x, event.clientY - current.y];
      if (!isDragging) {
        if (Math.hypot(dx, dy) < TREMBLE_PX) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hasDragged.current = true;
        setDragging(true);
      }
      const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
      const toRowId = rowAt(placed, y)?.row.id ?? null;
      const shiftMs = shiftOf(scale, dx, toRowId !== current.fromRowId);
      setProposal(proposalOf({ ...current, toRowId, shiftMs }, rows));
    },
    onPointerUp: () => {
      if (isDragging && proposal) onDrop(proposal);
      letGo();
    },
    tookClick: () => hasDragged.current,
  };
}

/** Who drags a load straight down means the other truck, not another time. */
const shiftOf = (scale: TimeScale, dx: number, isToOtherRow: boolean): number =>
  isToOtherRow && Math.abs(dx) < 4 * TREMBLE_PX ? 0 : spanOf(scale, dx, STEP_MIN);

function barUnder(
  target: EventTarget,
  placed: readonly PlacedRow[],
): { readonly bar: GanttBar; readonly fromRowId: string } | null {
  const id =
    target instanceof Element && target.closest('[data-item-id]')?.getAttribute('data-item-id');
  for (const { row } of placed) {
    const bar = row.bars.find((one) => one.id === id);
    if (bar) return { bar, fromRowId: row.id };
  }
  return null;
}
