const MS_DIGITS = 12;

/** The smallest UUID v7 (RFC 9562) that is made at this instant: all made before it are smaller. */
export function firstIdAt(at: Date): string {
  const ms = at.getTime().toString(16).padStart(MS_DIGITS, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}

/** When a UUID v7 was made, to the millisecond. */
export const madeAt = (id: string): Date =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, MS_DIGITS), 16));

/** Greater than every UUID v7 made in this millennium, smaller than none that is asked after. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
