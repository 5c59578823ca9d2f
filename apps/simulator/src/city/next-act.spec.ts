import type { TripStage } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { findNextAct, stageAfter, type TripAtHand } from './next-act.js';

const plant = wgs84(120.1, 30.1);
const site = wgs84(120.2, 30.2);
const between = wgs84(120.15, 30.15);
const dwells = { loadingSec: 60, waitingSec: 20, unloadingSec: 90 };
const trip = (nextStage: TripStage | null, isBatched = true): TripAtHand => ({
  nextStage,
  isBatched,
  plant,
  site,
});

describe('findNextAct', () => {
  it.each([
    { next: 'loading', at: between, stood: 0, act: { kind: 'drive', goal: 'plant' } },
    { next: 'loading', at: plant, stood: 0, act: { kind: 'tap', stage: 'loading' } },
    { next: 'en_route', at: plant, stood: 59, act: { kind: 'wait' } },
    { next: 'en_route', at: plant, stood: 60, act: { kind: 'tap', stage: 'en_route' } },
    { next: 'at_site', at: plant, stood: 0, act: { kind: 'drive', goal: 'site' } },
    { next: 'at_site', at: site, stood: 0, act: { kind: 'tap', stage: 'at_site' } },
    { next: 'unloading', at: between, stood: 90, act: { kind: 'drive', goal: 'site' } },
    { next: 'unloading', at: site, stood: 20, act: { kind: 'tap', stage: 'unloading' } },
    { next: 'unloaded', at: site, stood: 20, act: { kind: 'wait' } },
    { next: 'unloaded', at: site, stood: 90, act: { kind: 'tap', stage: 'unloaded' } },
    { next: 'back_at_plant', at: site, stood: 0, act: { kind: 'drive', goal: 'plant' } },
    { next: 'back_at_plant', at: plant, stood: 0, act: { kind: 'tap', stage: 'back_at_plant' } },
    { next: null, at: plant, stood: 0, act: { kind: 'wait' } },
  ] as const)('before $next, stood $stood s: $act', ({ next, at, stood, act }) => {
    expect(findNextAct(trip(next), at, stood, dwells)).toMatchObject(act);
  });

  it('does not leave the plant before the desk has recorded what was batched', () => {
    expect(findNextAct(trip('en_route', false), plant, 600, dwells)).toEqual({ kind: 'wait' });
  });
});

describe('stageAfter', () => {
  it('runs from loading to the plant again', () => {
    const run: TripStage[] = [];
    for (let stage: TripStage | null = 'loading'; stage !== null; stage = stageAfter(stage))
      run.push(stage);

    expect(run).toEqual([
      'loading',
      'en_route',
      'at_site',
      'unloading',
      'unloaded',
      'back_at_plant',
    ]);
  });
});
