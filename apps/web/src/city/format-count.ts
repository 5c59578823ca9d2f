const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count with its thousands parted: `49,000,000`. */
export const whole = (value: number): string => counts.format(value);
