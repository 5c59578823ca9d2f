/** Devices state their time as GMT+8 wherever they are (JT/T 808-2019, table 23). */
const OFFSET_HOURS = 8;

/** What no pair of decimal digits is. */
const NO_PAIR = 0xff;

/** Two BCD digits as a number by their byte; NO_PAIR when a nibble is above nine. */
const PAIR_OF = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >> 4 > 9 || (byte & 0x0f) > 9 ? NO_PAIR : (byte >> 4) * 10 + (byte & 0x0f),
);

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE_MONTH = DAYS_IN_MONTH.map((_, month) =>
  DAYS_IN_MONTH.slice(0, month).reduce((sum, days) => sum + days, 0),
);
/** Days from 1 January 1970 to 1 January 2000. */
const DAYS_TO_2000 = 10_957;

/**
 * Reads BCD YYMMDDhhmmss at GMT+8 as an instant between 2000 and 2099.
 *
 * @returns null for what no calendar or clock has (month 13, 30 February, a nibble above nine)
 */
export function decodeBcdTime(bytes: Uint8Array, at: number): Date | null {
  const year = PAIR_OF[bytes[at]!]!;
  const month = PAIR_OF[bytes[at + 1]!]!;
  const day = PAIR_OF[bytes[at + 2]!]!;
  const hour = PAIR_OF[bytes[at + 3]!]!;
  const minute = PAIR_OF[bytes[at + 4]!]!;
  const second = PAIR_OF[bytes[at + 5]!]!;
  if (year === NO_PAIR || month < 1 || month > 12 || day < 1) return null;
  if (hour >= 24 || minute >= 60 || second >= 60) return null;

  // Between 2000 and 2099 every fourth year is a leap year.
  const isLeap = year % 4 === 0;
  if (day > DAYS_IN_MONTH[month - 1]! + (isLeap && month === 2 ? 1 : 0)) return null;
  const leapDays = ((year + 3) >> 2) + (isLeap && month > 2 ? 1 : 0);
  const days = DAYS_TO_2000 + year * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1]! + day - 1;
  return new Date((((days * 24 + hour - OFFSET_HOURS) * 60 + minute) * 60 + second) * 1_000);
}

const toPair = (value: number): number => (Math.floor(value / 10) << 4) | (value % 10);

/** Six bytes of BCD YYMMDDhhmmss at GMT+8; the century is not kept and milliseconds are cut. */
export function encodeBcdTime(at: Date): Uint8Array {
  const local = new Date(at.getTime() + OFFSET_HOURS * 3_600_000);
  return Uint8Array.of(
    toPair(local.getUTCFullYear() % 100),
    toPair(local.getUTCMonth() + 1),
    toPair(local.getUTCDate()),
    toPair(local.getUTCHours()),
    toPair(local.getUTCMinutes()),
    toPair(local.getUTCSeconds()),
  );
}
