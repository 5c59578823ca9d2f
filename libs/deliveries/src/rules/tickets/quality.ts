/** A limit with the decision that set it. */
export interface QualityLimit<Value> {
  readonly value: Value;
  readonly version: string;
  readonly source: string;
}

export interface QualityLimits {
  /** By the smallest ordered slump, mm, upwards. */
  readonly slump: QualityLimit<
    readonly { readonly fromMm: number; readonly toleranceMm: number }[]
  >;
  /** °C of fresh concrete. */
  readonly temperatureMin: QualityLimit<number>;
  readonly temperatureMax: QualityLimit<number>;
}

/** What was tested of a load, the latest of each; null: not tested. */
export interface TestedLoad {
  /** mm, as ordered. */
  readonly slumpMm: number;
  readonly atPlant: { readonly slumpMm: number; readonly temperatureC: number | null } | null;
  readonly atSite: { readonly slumpMm: number | null } | null;
}

/** A test beyond its limit; it stands against nothing by itself. */
export interface QualityFinding {
  readonly code: 'slump_low' | 'slump_high' | 'temperature_low' | 'temperature_high';
  readonly where: 'plant' | 'site';
  readonly value: number;
  readonly limit: number;
  readonly policyVersion: string;
  readonly source: string;
}

/**
 * Lists what the tests of a load at plant and site show beyond its limits (R17, R18). A value at a
 * limit is within it.
 */
export function judgeQuality(load: TestedLoad, limits: QualityLimits): QualityFinding[] {
  const found: QualityFinding[] = [];
  const note = (
    code: QualityFinding['code'],
    where: QualityFinding['where'],
    value: number,
    limit: number,
    { version, source }: QualityLimit<unknown>,
  ) => found.push({ code, where, value, limit, policyVersion: version, source });

  const toleranceMm =
    limits.slump.value.findLast(({ fromMm }) => fromMm <= load.slumpMm)?.toleranceMm ?? 0;
  const judgeSlump = (where: QualityFinding['where'], slumpMm: number) => {
    const [least, most] = [load.slumpMm - toleranceMm, load.slumpMm + toleranceMm];
    if (slumpMm < least) note('slump_low', where, slumpMm, least, limits.slump);
    if (slumpMm > most) note('slump_high', where, slumpMm, most, limits.slump);
  };

  const { atPlant, atSite } = load;
  if (atPlant) judgeSlump('plant', atPlant.slumpMm);
  const temperatureC = atPlant?.temperatureC ?? null;
  if (temperatureC !== null) {
    const { temperatureMin: min, temperatureMax: max } = limits;
    if (temperatureC < min.value) note('temperature_low', 'plant', temperatureC, min.value, min);
    if (temperatureC > max.value) note('temperature_high', 'plant', temperatureC, max.value, max);
  }
  const siteMm = atSite?.slumpMm ?? null;
  if (siteMm !== null) judgeSlump('site', siteMm);
  return found;
}
