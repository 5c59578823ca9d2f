import type { TripProgress } from '../advance-trip.js';
import type { StageEvidenceMap, TripStage } from '../stages.js';
import { goBack, goOnElsewhere } from './go-on-elsewhere.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const known = (stages: Partial<Record<TripStage, string>>): StageEvidenceMap =>
  Object.fromEntries(
    Object.entries(stages).map(([stage, clock]) => [
      stage,
      { at: at(clock).toISOString(), evidence: 'geofence' },
    ]),
  );
const tripAt = (
  stage: TripStage,
  stages: Partial<Record<TripStage, string>>,
  change: Partial<TripProgress> = {},
): TripProgress => ({
  stage,
  stageEvidence: known(stages),
  startedAt: at('08:00'),
  endedAt: null,
  endReason: null,
  ...change,
});
const run = { assigned: '07:00', accepted: '08:00', loading: '08:00', en_route: '08:20' };

describe('goOnElsewhere', () => {
  it('keeps the batch and the way, and forgets the former site', () => {
    const trip = tripAt('unloading', { ...run, at_site: '08:50', unloading: '08:55' });

    const on = goOnElsewhere(trip, { isSameSite: false, at: at('09:00') });

    expect(on).toMatchObject({ stage: 'en_route', startedAt: at('08:00'), endedAt: null });
    expect(Object.keys(on.stageEvidence)).toEqual([...Object.keys(run), 'diverted']);
    expect(on.stageEvidence.diverted).toEqual({
      at: at('09:00').toISOString(),
      evidence: 'dispatcher',
    });
  });

  it('keeps the arrival where the site stays', () => {
    const trip = tripAt('unloading', { ...run, at_site: '08:50', unloading: '08:55' });

    const on = goOnElsewhere(trip, { isSameSite: true, at: at('09:00') });

    expect(on.stage).toBe('at_site');
    expect(on.stageEvidence.at_site?.at).toBe(at('08:50').toISOString());
    expect(on.stageEvidence.unloading).toBeUndefined();
  });

  it('opens a trip again that its site refused', () => {
    const refused = { endedAt: at('08:58'), endReason: 'slump' };
    const trip = tripAt('refused', { ...run, at_site: '08:50', refused: '08:58' }, refused);

    expect(goOnElsewhere(trip, { isSameSite: false, at: at('09:05') })).toMatchObject({
      stage: 'en_route',
      endedAt: null,
      endReason: null,
    });
  });

  it('lets a truck that nobody saw leave have left when it was seen at the site', () => {
    const trip = tripAt('at_site', { assigned: '07:00', loading: '08:00', at_site: '08:50' });

    const on = goOnElsewhere(trip, { isSameSite: false, at: at('09:00') });

    expect(on.stage).toBe('en_route');
    expect(on.stageEvidence.en_route?.at).toBe(at('08:50').toISOString());
  });

  it('leaves a truck at its plant that has not left it', () => {
    const trip = tripAt('loading', { assigned: '07:00', accepted: '08:00', loading: '08:00' });

    expect(goOnElsewhere(trip, { isSameSite: false, at: at('08:10') }).stage).toBe('loading');
  });
});

describe('goBack', () => {
  it('leaves the trip open until the truck is at a plant', () => {
    const trip = tripAt('at_site', { ...run, at_site: '08:50' });

    expect(goBack(trip, at('09:00'), 'too wet')).toMatchObject({
      stage: 'diverted',
      endedAt: null,
      endReason: 'too wet',
    });
  });
});
