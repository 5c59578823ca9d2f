/** What the status word of a position says (JT/T 808-2019, table 24). */
export const STATUS = {
  accOn: 1 << 0,
  located: 1 << 1,
  south: 1 << 2,
  west: 1 << 3,
  outOfService: 1 << 4,
  /** The position was put through the secrecy plug-in: it is GCJ-02 already. */
  shifted: 1 << 5,
} as const;

/** Bits 8–9: 00 empty, 01 half loaded, 10 reserved, 11 loaded. */
export type LoadState = 'empty' | 'half' | 'reserved' | 'loaded';
const LOAD_STATES: readonly LoadState[] = ['empty', 'half', 'reserved', 'loaded'];

/** How loaded the vehicle says it is. */
export const loadStateOf = (statusBits: number): LoadState => LOAD_STATES[(statusBits >> 8) & 0x3]!;

export const isLocated = (statusBits: number): boolean => (statusBits & STATUS.located) !== 0;

/** Whether the degrees are GCJ-02 rather than WGS-84. */
export const isShifted = (statusBits: number): boolean => (statusBits & STATUS.shifted) !== 0;
