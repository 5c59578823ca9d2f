import { findShownStage, type TripProgress } from './shown-stage.js';

const trip = (stage: TripProgress['stage'], nextStage: TripProgress['nextStage']) => ({
  id: 'trip-1',
  stage,
  nextStage,
});
const tap = (stage: TripProgress['stage'], tripId = 'trip-1') => ({ tripId, stage });

describe('findShownStage', () => {
  it('shows what the server knows when no tap waits', () => {
    expect(findShownStage(trip('assigned', 'loading'), [])).toEqual({
      stage: 'assigned',
      nextStage: 'loading',
      isAhead: false,
    });
  });

  it.each([
    { tapped: 'loading', next: 'en_route' },
    { tapped: 'en_route', next: 'at_site' },
    { tapped: 'unloading', next: 'unloaded' },
    { tapped: 'unloaded', next: 'back_at_plant' },
    { tapped: 'back_at_plant', next: null },
  ] as const)('offers $next at once after a tap of $tapped', ({ tapped, next }) => {
    expect(findShownStage(trip('assigned', 'loading'), [tap(tapped)])).toEqual({
      stage: tapped,
      nextStage: next,
      isAhead: true,
    });
  });

  it('counts the last of several waiting taps', () => {
    const waiting = [tap('loading'), tap('en_route'), tap('at_site')];

    expect(findShownStage(trip('assigned', 'loading'), waiting).nextStage).toBe('unloading');
  });

  it.each([
    { waiting: [tap('loading')], why: 'a fence moved the trip past the tap' },
    { waiting: [tap('unloading', 'trip-0')], why: 'the tap is of the trip before' },
  ])('keeps to the server when $why', ({ waiting }) => {
    expect(findShownStage(trip('at_site', 'unloading'), waiting)).toEqual({
      stage: 'at_site',
      nextStage: 'unloading',
      isAhead: false,
    });
  });

  it('leaves a trip ended that was cancelled meanwhile', () => {
    expect(findShownStage(trip('cancelled', null), [tap('loading')]).stage).toBe('cancelled');
  });

  it.each(['washing', 'diverted'] as const)('has only the way home left after %s', (stage) => {
    const shown = findShownStage(trip(stage, 'back_at_plant'), [tap('back_at_plant')]);

    expect(shown).toEqual({ stage: 'back_at_plant', nextStage: null, isAhead: true });
  });
});
