const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count with its thousands parted: `49,000,000`. */
export const whole = (value: number): string => counts.format(value);

const TENTHS_BELOW = 100;
const amounts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** An amount with its tenth as long as that matters: `3.4`, `24,901`. */
export const amount = (value: number): string =>
  (Math.abs(value) < TENTHS_BELOW ? amounts : counts).format(value);
