/** Stages a trip runs through in this order; any but the first may be skipped. */
export const STAGE_ORDER = [
  'assigned',
  'accepted',
  'loading',
  'en_route',
  'at_site',
  'unloading',
  'unloaded',
  'washing',
  'back_at_plant',
] as const;
export type OrderedStage = (typeof STAGE_ORDER)[number];

/** `diverted` goes on, to another order; `refused` and `cancelled` end the trip. */
export type TripStage = OrderedStage | 'diverted' | 'refused' | 'cancelled';

export type StageEvidence = 'geofence' | 'drum_sensor' | 'plant_desk' | 'dispatcher' | 'claim';

const WEIGHT_OF: Readonly<Record<StageEvidence, number>> = {
  geofence: 3,
  drum_sensor: 3,
  plant_desk: 2,
  dispatcher: 2,
  claim: 1,
};

/** How much a kind of evidence is believed, 1…3: of two, the heavier sets the official time. */
export const weightOf = (evidence: StageEvidence): number => WEIGHT_OF[evidence];

/** When each stage was reached, ISO 8601, and on what evidence; kept as JSON. */
export type StageEvidenceMap = Partial<
  Record<TripStage, { readonly at: string; readonly evidence: StageEvidence }>
>;

/** Whether the stage is one of the run, not a way out of it. */
export const isOrderedStage = (stage: TripStage): stage is OrderedStage =>
  STAGE_ORDER.includes(stage as OrderedStage);

/** Place in the run, 0 = assigned; -1 for diverted, refused and cancelled. */
export const placeOf = (stage: TripStage): number => STAGE_ORDER.indexOf(stage as OrderedStage);

/** Which of two stages of the run comes first: negative, zero or positive. */
export const compareStages = (one: OrderedStage, other: OrderedStage): number =>
  placeOf(one) - placeOf(other);

const BUTTON_AFTER: Readonly<Record<TripStage, TripStage | null>> = {
  assigned: 'loading',
  accepted: 'loading',
  loading: 'en_route',
  en_route: 'at_site',
  at_site: 'unloading',
  unloading: 'unloaded',
  unloaded: 'back_at_plant',
  washing: 'back_at_plant',
  diverted: 'back_at_plant',
  back_at_plant: null,
  refused: null,
  cancelled: null,
};

/**
 * What the driver's one big button records next; null when nothing is left to do.
 *
 * Acceptance is implied by loading, and washing out is recorded only where it is sensed.
 */
export const findNextStage = (trip: {
  readonly stage: TripStage;
  readonly endedAt: Date | null;
}): TripStage | null => (trip.endedAt === null ? BUTTON_AFTER[trip.stage] : null);
