import type { JudgeEvent } from '../events.js';
import type { TripFacts, TripStage } from '../inputs.js';
import type { Step } from '../pipeline.js';
import type { Presence, TrackState } from '../track-state.js';
import { plantFence, siteFence } from './match-geofences.js';

/** A batch is recorded up to this long after its truck has left: the exit just seen was its own. */
const RECORD_DELAY_MS = 30 * 60_000;

interface Proposal {
  readonly stage: TripStage;
  readonly atMs: number;
}

/**
 * Proposes the stage that crossing a fence shows, at the time of the first fix beyond it.
 *
 * What a fence can know: a truck with concrete that left its plant, reached its site, left it after
 * it had begun to unload, came back. `deliveries` decides what becomes of a proposal; until it says
 * otherwise the steps go on with it, so that a batch of fixes is judged as single ones are.
 */
export const proposeTripStage: Step = (state, input) => {
  const events: JudgeEvent[] = [];
  let { trip } = state;
  for (const find of [findDeparture, findArrival, findEmptyRun, findReturn]) {
    const proposal: Proposal | null =
      trip === null ? null : find({ ...state, trip }, trip, input.at.getTime());
    if (trip === null || proposal === null) continue;
    trip = advance(trip, proposal);
    events.push({ kind: 'stage_proposed', tripId: trip.tripId, ...proposal });
  }
  return { state: trip === state.trip ? state : { ...state, trip }, events };
};

type Find = (state: TrackState, trip: TripFacts, nowMs: number) => Proposal | null;

const findDeparture: Find = ({ fences }, trip, nowMs) => {
  const plant = fences[plantFence(trip)];
  if (plant === undefined || plant.isInside || plant.crossing.length === 0) return null;
  if (trip.leftPlantAtMs !== null || !mayDepart(trip)) return null;
  const atMs = crossedAtMs(plant);
  const isOwnExit = plant.isFresh || (trip.isLoaded && nowMs - atMs <= RECORD_DELAY_MS);
  return isOwnExit ? { stage: 'en_route', atMs } : null;
};

const findArrival: Find = ({ fences }, trip) => {
  const site = fences[siteFence(trip)];
  const isUnderWay = trip.stage === 'en_route' || trip.stage === 'loading';
  if (site?.isInside !== true || !isUnderWay || !(trip.isLoaded || site.isFresh)) return null;
  return { stage: 'at_site', atMs: crossedAtMs(site) };
};

const findEmptyRun: Find = ({ fences }, trip) => {
  const site = fences[siteFence(trip)];
  if (site?.isFresh !== true || site.isInside || trip.stage !== 'unloading') return null;
  return { stage: 'unloaded', atMs: crossedAtMs(site) };
};

const findReturn: Find = ({ fences }, trip) => {
  const plant = fences[plantFence(trip)];
  const isEmpty = trip.stage === 'unloaded' || trip.stage === 'washing';
  if (plant?.isFresh !== true || !plant.isInside || !isEmpty) return null;
  return { stage: 'back_at_plant', atMs: crossedAtMs(plant) };
};

const mayDepart = ({ stage, isLoaded }: TripFacts): boolean =>
  stage === 'loading' || (isLoaded && (stage === 'assigned' || stage === 'accepted'));

const crossedAtMs = ({ crossing }: Presence): number => crossing[0]!.atMs;

const advance = (trip: TripFacts, { stage, atMs }: Proposal): TripFacts => ({
  ...trip,
  stage,
  isLoaded: stage === 'en_route' || stage === 'at_site',
  leftPlantAtMs: stage === 'en_route' ? atMs : trip.leftPlantAtMs,
});
