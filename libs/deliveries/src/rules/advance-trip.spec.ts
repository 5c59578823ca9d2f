import { advanceTrip, type StageFact, SUPERSEDED, type TripProgress } from './advance-trip.js';
import type { StageEvidence, StageEvidenceMap, TripStage } from './stages.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const says = (stage: TripStage, clock: string, evidence: StageEvidence = 'claim'): StageFact => ({
  stage,
  at: at(clock),
  evidence,
  reason: null,
});
const known = (stage: TripStage, clock: string, evidence: StageEvidence = 'claim') => ({
  [stage]: { at: at(clock).toISOString(), evidence },
});
const assigned = known('assigned', '07:00', 'dispatcher');

const aTrip = (change: Partial<TripProgress> = {}): TripProgress => ({
  stage: 'assigned',
  stageEvidence: assigned,
  startedAt: null,
  endedAt: null,
  endReason: null,
  ...change,
});
const tripAt = (stage: TripStage, evidence: StageEvidenceMap): TripProgress =>
  aTrip({ stage, stageEvidence: { ...assigned, ...evidence }, startedAt: at('08:00') });

function applied(trip: TripProgress, fact: StageFact): TripProgress {
  const verdict = advanceTrip(trip, fact);
  if (verdict.outcome !== 'applied') throw new Error(`expected applied, got ${verdict.outcome}`);
  return verdict.trip;
}

describe('advanceTrip', () => {
  it('starts a trip at loading, which implies that it was accepted', () => {
    const trip = applied(aTrip(), says('loading', '08:00'));

    expect(trip).toMatchObject({ stage: 'loading', startedAt: at('08:00'), endedAt: null });
    expect(trip.stageEvidence).toMatchObject(known('accepted', '08:00'));
  });

  it('does not start a trip by accepting it', () => {
    expect(applied(aTrip(), says('accepted', '07:30')).startedAt).toBeNull();
  });

  it('skips stages that nobody told of and leaves their times empty', () => {
    const trip = applied(aTrip(), says('at_site', '09:00', 'geofence'));

    expect(trip).toMatchObject({ stage: 'at_site', startedAt: at('09:00') });
    expect(Object.keys(trip.stageEvidence)).toEqual(['assigned', 'at_site']);
  });

  it('fills an empty time late without moving the stage back', () => {
    const trip = applied(
      tripAt('at_site', known('at_site', '09:00', 'geofence')),
      says('en_route', '08:20'),
    );

    expect(trip.stage).toBe('at_site');
    expect(trip.stageEvidence).toMatchObject(known('en_route', '08:20'));
    expect(trip.startedAt).toEqual(at('08:20'));
  });

  it.each<{ there: StageEvidence; new: StageEvidence; outcome: string }>([
    { there: 'claim', new: 'claim', outcome: 'kept' },
    { there: 'claim', new: 'dispatcher', outcome: 'applied' },
    { there: 'claim', new: 'geofence', outcome: 'applied' },
    { there: 'plant_desk', new: 'dispatcher', outcome: 'kept' },
    { there: 'plant_desk', new: 'claim', outcome: 'kept' },
    { there: 'dispatcher', new: 'geofence', outcome: 'applied' },
    { there: 'geofence', new: 'geofence', outcome: 'kept' },
    { there: 'geofence', new: 'dispatcher', outcome: 'kept' },
  ])('a time by $there told again by $new is $outcome', ({ there, new: next, outcome }) => {
    const trip = tripAt('en_route', known('en_route', '08:20', there));

    expect(advanceTrip(trip, says('en_route', '08:25', next)).outcome).toBe(outcome);
  });

  it.each<{ evidence: StageEvidence; stage: TripStage }>([
    { evidence: 'claim', stage: 'cancelled' },
    { evidence: 'claim', stage: 'diverted' },
    { evidence: 'claim', stage: 'assigned' },
    { evidence: 'geofence', stage: 'refused' },
    { evidence: 'drum_sensor', stage: 'at_site' },
    { evidence: 'plant_desk', stage: 'unloading' },
  ])('$evidence cannot set $stage; somebody must settle it', ({ evidence, stage }) => {
    expect(advanceTrip(aTrip(), says(stage, '08:00', evidence))).toEqual({
      outcome: 'to_settle',
      why: 'stage_needs_other_evidence',
    });
  });

  it('asks a person where two reports of the same weight contradict each other', () => {
    const trip = tripAt('at_site', known('at_site', '09:00'));

    expect(advanceTrip(trip, says('en_route', '09:10'))).toEqual({
      outcome: 'to_settle',
      why: 'out_of_order',
    });
  });

  it.each<{ stage: TripStage; evidence: StageEvidence }>([
    { stage: 'loading', evidence: 'claim' },
    { stage: 'loading', evidence: 'plant_desk' },
    { stage: 'at_site', evidence: 'geofence' },
    { stage: 'refused', evidence: 'claim' },
    { stage: 'cancelled', evidence: 'dispatcher' },
  ])('believes no $evidence that $stage was long before the assignment', ({ stage, evidence }) => {
    const longBefore = { ...says(stage, '05:59', evidence), reason: 'a clock of 2001' };

    expect(advanceTrip(aTrip(), longBefore)).toEqual({
      outcome: 'to_settle',
      why: 'before_assignment',
    });
  });

  it('lets a truck begin shortly before the dispatcher enters its assignment', () => {
    expect(applied(aTrip(), says('loading', '06:00')).startedAt).toEqual(at('06:00'));
  });

  it.each<{ stage: TripStage; evidence: StageEvidence }>([
    { stage: 'unloaded', evidence: 'claim' },
    { stage: 'unloaded', evidence: 'geofence' },
    { stage: 'refused', evidence: 'dispatcher' },
  ])('asks a person where $stage by $evidence was before what precedes it', (fact) => {
    const trip = tripAt('at_site', known('at_site', '09:00', 'geofence'));

    expect(advanceTrip(trip, says(fact.stage, '08:59', fact.evidence))).toEqual({
      outcome: 'to_settle',
      why: 'out_of_order',
    });
    expect(advanceTrip(trip, says(fact.stage, '09:00', fact.evidence)).outcome).toBe('applied');
  });

  it('believes a fence against a tap before it that came too late', () => {
    const trip = tripAt('loading', known('loading', '08:30'));

    expect(applied(trip, says('en_route', '08:20', 'geofence')).stage).toBe('en_route');
  });

  it('believes a fence against taps that came too early', () => {
    const trip = applied(
      tripAt('at_site', known('at_site', '09:00')),
      says('en_route', '09:10', 'geofence'),
    );

    expect(trip.stageEvidence).toMatchObject(known('en_route', '09:10', 'geofence'));
  });

  it('does not take a truck in the plant’s fence for one that came back', () => {
    const loading = tripAt('loading', known('loading', '08:00'));

    expect(advanceTrip(loading, says('back_at_plant', '08:05', 'geofence')).outcome).toBe(
      'to_settle',
    );
  });

  it('ends a trip back at the plant', () => {
    const trip = applied(
      tripAt('unloaded', known('unloaded', '09:40')),
      says('back_at_plant', '10:20', 'geofence'),
    );

    expect(trip).toMatchObject({ stage: 'back_at_plant', endedAt: at('10:20') });
  });

  it('ends a refused trip with its reason and keeps its name when the truck is back', () => {
    const refused = applied(tripAt('at_site', known('at_site', '09:00')), {
      ...says('refused', '09:30'),
      reason: 'slump too low',
    });
    expect(refused).toMatchObject({ endedAt: at('09:30'), endReason: 'slump too low' });

    const back = applied(refused, says('back_at_plant', '10:20', 'geofence'));
    expect(back).toMatchObject({ stage: 'refused', endedAt: at('09:30') });
    expect(back.stageEvidence).toMatchObject(known('back_at_plant', '10:20', 'geofence'));
  });

  it('keeps a diverted trip open until the truck is back, and its name when it is', () => {
    const trip = tripAt('en_route', known('en_route', '08:20'));
    const diverted = applied(trip, says('diverted', '08:40', 'dispatcher'));
    expect(diverted).toMatchObject({ stage: 'diverted', endedAt: null });

    const unloaded = applied(diverted, says('unloaded', '09:40'));
    expect(unloaded.stage).toBe('diverted');
    expect(applied(unloaded, says('back_at_plant', '10:20'))).toMatchObject({
      stage: 'diverted',
      endedAt: at('10:20'),
    });
  });

  it.each([
    { stage: 'at_site', clock: '08:39', outcome: 'to_settle', why: 'it was at the former site' },
    { stage: 'unloading', clock: '08:39', outcome: 'to_settle', why: 'so was its discharge' },
    { stage: 'at_site', clock: '08:40', outcome: 'applied', why: 'it had been sent on by then' },
    { stage: 'en_route', clock: '08:10', outcome: 'applied', why: 'it left the plant only once' },
  ] as const)('takes $stage at $clock of a trip sent on at 08:40 as $outcome: $why', (one) => {
    const trip = tripAt('loading', {
      ...known('loading', '08:00'),
      ...known('diverted', '08:40', 'dispatcher'),
    });

    expect(advanceTrip(trip, says(one.stage, one.clock))).toMatchObject({ outcome: one.outcome });
  });

  it('leaves a claim against a cancelled trip to be settled', () => {
    const trip = aTrip({ stage: 'cancelled', endedAt: at('07:30'), endReason: 'rain' });

    expect(advanceTrip(trip, says('loading', '07:40'))).toEqual({
      outcome: 'to_settle',
      why: 'trip_cancelled',
    });
  });

  it('lets late taps finish a trip that the next one had superseded', () => {
    const trip = {
      ...tripAt('at_site', known('at_site', '09:00')),
      endedAt: at('11:00'),
      endReason: SUPERSEDED,
    };

    expect(applied(trip, says('back_at_plant', '10:20'))).toMatchObject({
      stage: 'back_at_plant',
      endedAt: at('10:20'),
      endReason: null,
    });
  });
});
