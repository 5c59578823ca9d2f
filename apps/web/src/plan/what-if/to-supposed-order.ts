import type { PourKind, WhatIfRequest } from '@tongyun/contracts';

export interface SupposedFields {
  readonly siteId: string;
  readonly m3: number;
  readonly rateM3PerHour: number;
  readonly grade: string;
  /** Asia/Shanghai wall clock, as `<input type="datetime-local">` writes it. */
  readonly firstOnSite: string;
  readonly placingMethod: 'chute' | 'pump';
  readonly pumpsNeeded?: number | null;
  readonly pumpReachM?: number | null;
  readonly primingM3?: number | null;
  readonly pourKind?: PourKind | null;
  readonly placesAtSite?: number | null;
  readonly gapMaxMin?: number | null;
  readonly retarderMin?: number | null;
  readonly isEmergency?: boolean;
}

/** What is asked of the planner; what only a pump needs is not asked for the chute. */
export function toSupposedOrder(
  fields: Omit<SupposedFields, 'firstOnSite'>,
  firstOnSiteAt: Date,
): WhatIfRequest {
  const { siteId, m3, rateM3PerHour, placingMethod } = fields;
  const isPumped = placingMethod === 'pump';
  return {
    kind: 'with_order',
    siteId,
    m3,
    rateM3PerHour,
    firstOnSiteAt,
    grade: fields.grade.trim(),
    placingMethod,
    ...(isPumped && { pumpsNeeded: fields.pumpsNeeded ?? 1 }),
    pumpReachM: isPumped ? (fields.pumpReachM ?? null) : null,
    primingM3: isPumped ? (fields.primingM3 ?? 0) : 0,
    isEmergency: fields.isEmergency ?? false,
    pourKind: fields.pourKind ?? null,
    placesAtSite: isPumped ? null : (fields.placesAtSite ?? null),
    gapMaxMin: fields.gapMaxMin ?? null,
    retarderMin: fields.retarderMin ?? null,
  };
}
