import { loadingSecOf } from '../problem/load-time.js';
import type { DayState } from '../state/day-state.js';

/** A truck that comes earlier than this before its turn loads later instead, seconds. */
const EARLY_SEC = 2_700;
/** How much worse a second too late is than one too early when a line is chosen. */
const LATE_PRICE = 3;

interface LineSlot {
  readonly loadSec: number;
  /** The last time at which any truck could load and leave in time; null when there is none. */
  readonly lateSec: number | null;
}

/**
 * The slots on a plant's lines from which a truck leaves about when it is wanted to. What does not
 * depend on the truck is looked up once for each size of load.
 */
export class LateSlots {
  /** The chosen slot. */
  line = 0;
  fromSec = 0;
  loadSec = 0;
  /** Loading on the plant's fastest line, seconds. */
  leastSec = 0;
  private readonly bySize = new Map<number, readonly LineSlot[]>();
  private lines: readonly LineSlot[] = [];

  /** @param leaveSec when the truck is wanted to leave @param openSec the plant loads from then on */
  constructor(
    private readonly state: DayState,
    private readonly order: number,
    private readonly plant: number,
    private readonly leaveSec: number,
    private readonly openSec: number,
  ) {}

  prepare(m3: number): void {
    let lines = this.bySize.get(m3);
    if (lines === undefined) {
      const { problem } = this.state;
      lines = problem.plants[this.plant]!.lines.map((_, line) => {
        const loadSec = loadingSecOf(problem, this.order, this.plant, line, m3);
        const notBeforeSec = Math.max(this.openSec, this.leaveSec - loadSec - EARLY_SEC);
        const lateSec = this.state
          .line(this.plant, line)
          .latest(loadSec, notBeforeSec, this.leaveSec);
        return { loadSec, lateSec };
      });
      this.bySize.set(m3, lines);
    }
    this.lines = lines;
    this.leastSec = lines.reduce((least, { loadSec }) => Math.min(least, loadSec), Infinity);
  }

  /** Chooses a slot for a truck that is ready from `readySec` on. */
  choose(readySec: number): void {
    let least = Infinity;
    for (let line = 0; line < this.lines.length; line += 1) {
      const { loadSec, lateSec } = this.lines[line]!;
      const wantedSec = this.leaveSec - loadSec;
      const fromSec =
        lateSec !== null && readySec <= lateSec
          ? lateSec
          : this.state
              .line(this.plant, line)
              .earliest(loadSec, readySec <= wantedSec && lateSec === null ? wantedSec : readySec);
      const lateBySec = fromSec - wantedSec;
      const price = lateBySec > 0 ? lateBySec * LATE_PRICE : -lateBySec;
      if (price < least) {
        least = price;
        this.line = line;
        this.fromSec = fromSec;
        this.loadSec = loadSec;
      }
    }
  }
}
