import type { ReportToSend } from '@tongyun/jt808';
import type { Wgs84 } from '@tongyun/geo';
import type { ReportLine } from '../terminal/terminal-line.js';

/** Facts of a loaded run that a driver may decide to disregard. */
export interface LoadedRun {
  readonly tripId: string;
  readonly plant: Wgs84;
  readonly site: Wgs84;
  /** The range of the plant in metres; null where there is none or it is an area. */
  readonly limitM: number | null;
}

/** How one truck differs from an honest one. What is left out it does like every other. */
export interface TruckBehaviour {
  readonly name: string;
  /** Where the loaded truck goes before its site; null: straight there. */
  detour?(run: LoadedRun): Wgs84 | null;
  /** Sends a position in its own way. `atMs` is the wall clock. */
  report?(report: ReportToSend, line: ReportLine, atMs: number): void;
}

/** A truck that drives without an order, from stop to stop, round and round. */
export interface Wanderer extends TruckBehaviour {
  readonly stops: readonly Wgs84[];
}
