import { isWorthKeeping, type PhoneFix } from './worth-keeping.js';

const aFix = (change: Partial<PhoneFix> = {}): PhoneFix => ({
  at: new Date('2026-11-22T08:00:00Z'),
  lng: 120.2,
  lat: 30.3,
  accuracyM: 12,
  ...change,
});
const later = (sec: number) => new Date(aFix().at.getTime() + sec * 1_000);
/** About 29 m further east at this latitude. */
const MOVED_LNG = 120.2003;

describe('isWorthKeeping', () => {
  it('keeps the first fix', () => {
    expect(isWorthKeeping(aFix(), null)).toBe(true);
  });

  it.each([
    { sec: 9, lng: MOVED_LNG, accuracyM: 12, isKept: false, why: 'sooner than ten seconds' },
    { sec: 10, lng: MOVED_LNG, accuracyM: 12, isKept: true, why: 'ten seconds on the move' },
    { sec: 10, lng: 120.2, accuracyM: 12, isKept: false, why: 'standing' },
    { sec: 60, lng: 120.2, accuracyM: 12, isKept: true, why: 'a minute standing' },
    { sec: 60, lng: MOVED_LNG, accuracyM: 201, isKept: false, why: 'a cell tower, not a place' },
    { sec: -5, lng: MOVED_LNG, accuracyM: 12, isKept: false, why: 'older than the one before' },
  ])('keeps: $isKept ($why)', ({ sec, lng, accuracyM, isKept }) => {
    expect(isWorthKeeping(aFix({ at: later(sec), lng, accuracyM }), aFix())).toBe(isKept);
  });
});
