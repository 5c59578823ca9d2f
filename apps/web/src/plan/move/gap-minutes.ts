const SECONDS = /^(\d+) s$/;

/** How long the gap of a cold joint would be, where the rule tells it. */
export function gapMinutes(fault: {
  readonly code: string;
  readonly detail: string;
}): number | null {
  const seconds = SECONDS.exec(fault.detail)?.[1];
  if (fault.code !== 'cold_joint' || seconds === undefined) return null;
  return Math.round(Number(seconds) / 60);
}
