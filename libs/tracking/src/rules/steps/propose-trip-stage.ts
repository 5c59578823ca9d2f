import type { JudgeEvent } from '../events.js';
import type { TripFacts, TripStage } from '../inputs.js';
import type { Step } from '../step.js';
import type { Presence, TrackState } from '../track-state.js';
import { plantFence, siteFence } from './match-geofences.js';

/** A batch is recorded up to this long after its truck has left: the exit just seen was its own. */
const RECORD_DELAY_MS = 30 * 60_000;

/** The run of a trip; what is not in it (refused, cancelled) is left to people, but for the way back. */
const RUN: readonly TripStage[] = [
  'assigned',
  'accepted',
  'loading',
  'en_route',
  'at_site',
  'unloading',
  'unloaded',
  'washing',
  'back_at_plant',
];
const LOADED: readonly TripStage[] = ['en_route', 'at_site', 'unloading'];

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
  let { trip } = state;
  if (trip === null) return null;
  const events: JudgeEvent[] = [];
  for (const find of FINDS) {
    const proposal = find(state.fences, trip, input.at.getTime());
    if (proposal === null) continue;
    trip = advance(trip, proposal);
    events.push({ kind: 'stage_proposed', tripId: trip.tripId, ...proposal });
  }
  return trip === state.trip && events.length === 0 ? null : { state: { ...state, trip }, events };
};

type Find = (fences: TrackState['fences'], trip: TripFacts, nowMs: number) => Proposal | null;

const findDeparture: Find = (fences, trip, nowMs) => {
  const plant = fences[plantFence(trip)];
  if (plant === undefined || plant.isInside || plant.crossing.length === 0) return null;
  const atMs = crossedAtMs(plant);
  const isBatched = trip.batchedPlantId !== null;
  const isOnItsWay = trip.stage === 'loading' || trip.stage === 'en_route';
  if (plant.isFresh) return isOnItsWay || isBatched ? propose(trip, 'en_route', atMs) : null;
  const isOwnExit = isBatched && trip.leftPlantAtMs === null && nowMs - atMs <= RECORD_DELAY_MS;
  return isOwnExit ? propose(trip, 'en_route', atMs) : null;
};

const findArrival: Find = (fences, trip) => {
  const site = fences[siteFence(trip)];
  if (site?.isInside !== true || trip.stage === 'assigned' || trip.stage === 'accepted')
    return null;
  const atMs = crossedAtMs(site);
  const isOnTheWayYet = trip.stage === 'en_route' && atMs >= (trip.leftPlantAtMs ?? atMs);
  return site.isFresh || isOnTheWayYet ? propose(trip, 'at_site', atMs) : null;
};

const findEmptyRun: Find = (fences, trip) => {
  const site = fences[siteFence(trip)];
  if (site?.isFresh !== true || site.isInside) return null;
  const isDischarging = trip.stage === 'unloading' || trip.stage === 'unloaded';
  return isDischarging ? propose(trip, 'unloaded', crossedAtMs(site)) : null;
};

const findReturn: Find = (fences, trip) => {
  const plant = fences[plantFence(trip)];
  if (plant?.isFresh !== true || !plant.isInside) return null;
  // Concrete that was sent back comes in full, and is home as well.
  if (trip.stage === 'diverted') return { stage: 'back_at_plant', atMs: crossedAtMs(plant) };
  const isEmpty = trip.stage === 'unloaded' || trip.stage === 'washing';
  return isEmpty ? propose(trip, 'back_at_plant', crossedAtMs(plant)) : null;
};

const FINDS: readonly Find[] = [findDeparture, findArrival, findEmptyRun, findReturn];

/** A proposal that does not turn the trip back by more than the stage its driver has just tapped. */
const propose = ({ stage: now }: TripFacts, stage: TripStage, atMs: number): Proposal | null =>
  RUN.includes(now) && RUN.indexOf(stage) >= RUN.indexOf(now) - 1 ? { stage, atMs } : null;

const crossedAtMs = ({ crossing }: Presence): number => crossing[0]!.atMs;

function advance(trip: TripFacts, { stage, atMs }: Proposal): TripFacts {
  const isFurther = RUN.includes(trip.stage) && RUN.indexOf(stage) > RUN.indexOf(trip.stage);
  const further = isFurther ? stage : trip.stage;
  return {
    ...trip,
    stage: further,
    isLoaded: LOADED.includes(further),
    leftPlantAtMs: stage === 'en_route' ? atMs : trip.leftPlantAtMs,
  };
}
