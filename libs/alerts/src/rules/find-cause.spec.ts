import { type CausedAlert, findCause } from './find-cause.js';

const anAlert = (change: Partial<CausedAlert> = {}): CausedAlert => ({
  code: 'untrained_driver',
  enterpriseId: 'own',
  reasons: [{ code: 'training_expired', compared: { kind: 'safety', expiresOn: '2026-12-31' } }],
  ...change,
});
const causeOfEnd = (expiresOn: string) =>
  findCause(
    anAlert({ reasons: [{ code: 'training_expired', compared: { kind: 'safety', expiresOn } }] }),
  );

describe('findCause', () => {
  it('is one for the trainings of an enterprise’s drivers that end on one day', () => {
    expect(causeOfEnd('2026-12-31')).toBe('untrained_driver own 2026-12-31');
    expect(causeOfEnd('2026-12-31')).not.toBe(causeOfEnd('2026-11-30'));
  });

  it('is one for passes that end at one instant', () => {
    const reasons = [{ code: 'pass_expired', compared: { passValidTo: '2026-12-01 00:00' } }];

    expect(findCause(anAlert({ code: 'pass_expired', reasons }))).toBe(
      'pass_expired own 2026-12-01 00:00',
    );
  });

  it('is one for what a zone did to all that were in it, whatever each lacks', () => {
    const sharedCause = 'zone z v2';

    expect(findCause(anAlert({ code: 'no_pass', reasons: [], sharedCause }))).toBe(
      'no_pass own zone z v2',
    );
  });

  it.each([
    {
      what: 'a driver who never had a training',
      reasons: [{ code: 'untrained_safety', compared: {} }],
    },
    { what: 'an alert without a reason', reasons: [] },
  ])('is none for $what', ({ reasons }) => {
    expect(findCause(anAlert({ reasons }))).toBeNull();
  });

  it('is none where the alert is of no enterprise', () => {
    expect(findCause(anAlert({ enterpriseId: null }))).toBeNull();
  });
});
