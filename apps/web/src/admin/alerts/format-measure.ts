export interface Measured {
  readonly value: number | null;
  readonly limitValue: number | null;
  readonly unit: string | null;
}

/** From here on metres are read in kilometres. */
const KM_FROM_M = 1_000;

/** `31.20 / 30.00 km`: what was measured and what it was compared with. */
export function formatMeasure({ value, limitValue, unit }: Measured): string {
  if (value === null) return '';
  const isLong = unit === 'm' && Math.max(value, limitValue ?? 0) >= KM_FROM_M;
  const show = (amount: number) =>
    isLong ? (amount / KM_FROM_M).toFixed(2) : String(Math.round(amount * 10) / 10);
  const shown = [value, limitValue].flatMap((amount) => (amount === null ? [] : [show(amount)]));
  return `${shown.join(' / ')} ${isLong ? 'km' : (unit ?? '')}`.trim();
}
