import type { DayTravel } from './day-facts.js';
import { sharedFloats } from './shared-floats.js';

/** A way that takes so many times as long as the road says. */
export interface SlowerWay {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
}

type Tables = Map<string, Float32Array>;

/** A day has the durations of its plan and those learnt since; two more for two dispatchers' what-ifs. */
const MOST_TABLES = 4;
/** By the road's own table: whoever plans the same day on the same durations reads the same memory. */
const tablesOf = new WeakMap<Float32Array, Tables>();

/**
 * The free seconds of every way of a day, some of them as long as they were seen to take. Asked again
 * for the same table and the same factors it is the same memory, shared with planning threads.
 */
export function takenSec({ freeSec }: DayTravel, slower: readonly SlowerWay[]): Float32Array {
  const changed = slower.filter(({ factor }) => factor !== 1);
  if (changed.length === 0) return freeSec;
  const tables: Tables = tablesOf.get(freeSec) ?? new Map();
  tablesOf.set(freeSec, tables);
  const key = changed.map(({ from, to, factor }) => `${from}>${to}:${factor}`).join();
  const known = tables.get(key);
  tables.delete(key);
  const table = known ?? slowDown(freeSec, changed);
  tables.set(key, table);
  for (const oldest of tables.keys()) {
    if (tables.size <= MOST_TABLES) break;
    tables.delete(oldest);
  }
  return table;
}

function slowDown(freeSec: Float32Array, slower: readonly SlowerWay[]): Float32Array {
  const taken = sharedFloats(freeSec.length);
  taken.set(freeSec);
  const places = Math.round(Math.sqrt(freeSec.length));
  for (const { from, to, factor } of slower) taken[from * places + to]! *= factor;
  return taken;
}
