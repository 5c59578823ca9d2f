import { SUPERSEDED } from './advance-trip.js';
import { computeLoadState, isWindowOver } from './load-state.js';
import type { TripStage } from './stages.js';

const now = new Date('2026-11-23T09:00:00Z');
const trip = (stage: TripStage, endReason: string | null = null, undeliveredM3 = 0) => ({
  undeliveredM3,
  stage,
  startedAt: stage === 'assigned' || stage === 'accepted' ? null : now,
  endedAt: endReason === null ? null : now,
  endReason,
});

describe('computeLoadState', () => {
  it.each<{ stage: TripStage; endReason?: string; state: string }>([
    { stage: 'assigned', state: 'released' },
    { stage: 'accepted', state: 'released' },
    { stage: 'loading', state: 'on_trip' },
    { stage: 'unloading', state: 'on_trip' },
    { stage: 'unloaded', state: 'delivered' },
    { stage: 'back_at_plant', state: 'delivered' },
    { stage: 'diverted', state: 'planned' },
    { stage: 'refused', endReason: 'too stiff', state: 'planned' },
    { stage: 'cancelled', endReason: 'rain', state: 'planned' },
    { stage: 'at_site', endReason: SUPERSEDED, state: 'delivered' },
    { stage: 'en_route', endReason: SUPERSEDED, state: 'on_trip' },
  ])('is $state when the trip is $stage', ({ stage, endReason, state }) => {
    expect(computeLoadState(trip(stage, endReason ?? null))).toBe(state);
  });

  it('is returned in part when the site sent some of it back', () => {
    expect(computeLoadState(trip('unloaded', null, 1.5))).toBe('returned_part');
    expect(computeLoadState(trip('at_site', null, 1.5))).toBe('on_trip');
  });
});

describe('isWindowOver', () => {
  it.each<{ stage: TripStage; endReason?: string; is: boolean }>([
    { stage: 'unloading', is: false },
    { stage: 'unloaded', is: true },
    { stage: 'diverted', is: true },
    { stage: 'cancelled', endReason: 'rain', is: true },
    { stage: 'en_route', endReason: SUPERSEDED, is: true },
  ])('is $is at $stage', ({ stage, endReason, is }) => {
    expect(isWindowOver(trip(stage, endReason ?? null))).toBe(is);
  });
});
