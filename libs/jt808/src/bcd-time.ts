/** Devices state their time as GMT+8 wherever they are (JT/T 808-2019, table 23). */
const OFFSET_MS = 8 * 3_600_000;

/** Two BCD digits as a number, NaN when a nibble is above nine. */
const readPair = (byte: number): number => {
  const tens = byte >> 4;
  const ones = byte & 0x0f;
  return tens > 9 || ones > 9 ? Number.NaN : tens * 10 + ones;
};

/**
 * Reads BCD YYMMDDhhmmss at GMT+8 as an instant between 2000 and 2099.
 *
 * @returns null for what no calendar or clock has (month 13, 30 February, a nibble above nine)
 */
export function decodeBcdTime(bytes: Uint8Array, at: number): Date | null {
  const year = readPair(bytes[at]!);
  const month = readPair(bytes[at + 1]!);
  const day = readPair(bytes[at + 2]!);
  const hour = readPair(bytes[at + 3]!);
  const minute = readPair(bytes[at + 4]!);
  const second = readPair(bytes[at + 5]!);
  const isOnClock = year >= 0 && hour < 24 && minute < 60 && second < 60;
  if (!isOnClock || !(month >= 1 && month <= 12) || !(day >= 1)) return null;

  const local = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second));
  if (local.getUTCDate() !== day) return null;
  return new Date(local.getTime() - OFFSET_MS);
}

const toPair = (value: number): number => (Math.floor(value / 10) << 4) | (value % 10);

/** Six bytes of BCD YYMMDDhhmmss at GMT+8; the century is not kept and milliseconds are cut. */
export function encodeBcdTime(at: Date): Uint8Array {
  const local = new Date(at.getTime() + OFFSET_MS);
  return Uint8Array.of(
    toPair(local.getUTCFullYear() % 100),
    toPair(local.getUTCMonth() + 1),
    toPair(local.getUTCDate()),
    toPair(local.getUTCHours()),
    toPair(local.getUTCMinutes()),
    toPair(local.getUTCSeconds()),
  );
}
