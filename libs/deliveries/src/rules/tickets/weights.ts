export type WeightNotice = 'density_low' | 'density_high' | 'gross_below_tare';

export interface Weighing {
  readonly kind: 'tare' | 'gross';
  readonly kg: number;
}

export interface DensityLimits {
  readonly minKgPerM3: number;
  readonly maxKgPerM3: number;
}

/** What the weighbridge makes of a load. */
export interface Weights {
  readonly tareKg: number | null;
  /** `registered`: not weighed for this trip, taken from the vehicle. */
  readonly tareSource: 'weighed' | 'registered' | null;
  readonly grossKg: number | null;
  readonly netKg: number | null;
  readonly densityKgPerM3: number | null;
  readonly notices: readonly WeightNotice[];
}

function sourceOf(weighedKg: number | null, registeredKg: number | null): Weights['tareSource'] {
  if (weighedKg !== null) return 'weighed';
  return registeredKg === null ? null : 'registered';
}

/**
 * Nets a load and compares it with its volume. A density out of range is a notice: the volume, a
 * weight or the mix is not what it is taken for.
 *
 * @param weighings of the trip, the oldest first: the latest of each kind counts
 * @param registeredTareKg the vehicle's, where it was not weighed empty; null: unknown
 * @param m3 volume in the drum; null or 0: unknown
 */
export function computeWeights(
  weighings: readonly Weighing[],
  registeredTareKg: number | null,
  m3: number | null,
  { minKgPerM3, maxKgPerM3 }: DensityLimits,
): Weights {
  const latest = (kind: Weighing['kind']) =>
    weighings.findLast((weighing) => weighing.kind === kind)?.kg ?? null;
  const weighedTareKg = latest('tare');
  const tareKg = weighedTareKg ?? registeredTareKg;
  const grossKg = latest('gross');
  const known = { tareKg, tareSource: sourceOf(weighedTareKg, registeredTareKg), grossKg };
  if (tareKg === null || grossKg === null) {
    return { ...known, netKg: null, densityKgPerM3: null, notices: [] };
  }
  const netKg = grossKg - tareKg;
  if (netKg <= 0) return { ...known, netKg, densityKgPerM3: null, notices: ['gross_below_tare'] };
  if (!m3) return { ...known, netKg, densityKgPerM3: null, notices: [] };
  const densityKgPerM3 = Math.round(netKg / m3);
  const notices: WeightNotice[] = [];
  if (densityKgPerM3 < minKgPerM3) notices.push('density_low');
  if (densityKgPerM3 > maxKgPerM3) notices.push('density_high');
  return { ...known, netKg, densityKgPerM3, notices };
}
