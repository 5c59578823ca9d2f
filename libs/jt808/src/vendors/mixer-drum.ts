import { readWord, toWord } from '../bytes.js';
import type { RawItem } from '../messages/additional-items.js';

/** `forward` mixes, `reverse` empties. */
export type DrumState = 'stopped' | 'forward' | 'reverse';

/** What the sensor on a mixer's drum reads. */
export interface DrumReading {
  readonly state: DrumState;
  /** Turns a minute, whichever way; null from a sensor that tells the direction alone. */
  readonly speedRpm: number | null;
}

/**
 * The additional item in which a terminal states its drum: of 0xE1–0xFF, which the standard leaves to
 * vendors (JT/T 808-2019, table 27). A byte for the direction, then, where there is one, a word of
 * tenths of turns a minute; docs/adr tells why this one.
 */
export const DRUM_ITEM_ID = 0xe8;

const STATES: readonly DrumState[] = ['stopped', 'forward', 'reverse'];
const DIRECTION_BYTES = 1;
const WITH_SPEED_BYTES = 3;

/** What a terminal states of its drum as its sensor is wired; null when it states nothing that is read here. */
export function findDrumReading(raw: readonly RawItem[]): DrumReading | null {
  const value = raw.find(({ id }) => id === DRUM_ITEM_ID)?.value;
  if (value?.length !== DIRECTION_BYTES && value?.length !== WITH_SPEED_BYTES) return null;
  const state = STATES[value[0]!];
  if (state === undefined) return null;
  const hasSpeed = value.length === WITH_SPEED_BYTES;
  return { state, speedRpm: hasSpeed ? readWord(value, DIRECTION_BYTES) / 10 : null };
}

/** What the drum does when its sensor is wired the wrong way round (逻辑反). */
export function invertDrum(state: DrumState): DrumState {
  if (state === 'stopped') return state;
  return state === 'forward' ? 'reverse' : 'forward';
}

/** The item of a drum, as a terminal of a test or of the simulator sends it. */
export const toDrumItem = ({ state, speedRpm }: DrumReading): RawItem => ({
  id: DRUM_ITEM_ID,
  value: Uint8Array.of(
    STATES.indexOf(state),
    ...(speedRpm === null ? [] : toWord(Math.round(speedRpm * 10))),
  ),
});
