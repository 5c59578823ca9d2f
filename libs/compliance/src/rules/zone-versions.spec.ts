import { findSpanOfSameZones, findVersionsInForce } from './zone-versions.js';

const day = (on: string) => new Date(`${on}T00:00:00Z`);
const aVersion = (version: number, from: string, isRetired = false, zoneId = 'city') => ({
  zoneId,
  version,
  effectiveFrom: day(from),
  isRetired,
});

describe('findVersionsInForce', () => {
  const first = aVersion(1, '2026-01-01');
  const second = aVersion(2, '2026-06-01');

  it.each([
    { on: '2025-12-31', versions: [], why: 'before the first' },
    { on: '2026-01-01', versions: [1], why: 'from its first instant' },
    { on: '2026-05-31', versions: [1], why: 'the second is still to come' },
    { on: '2026-06-01', versions: [2], why: 'the second takes its place' },
  ])('answers $versions on $on ($why)', ({ on, versions }) => {
    const found = findVersionsInForce([second, first], day(on));

    expect(found.map(({ version }) => version)).toEqual(versions);
  });

  it('lets the later decision stand of two that name one day', () => {
    const corrected = aVersion(3, '2026-06-01');

    expect(findVersionsInForce([corrected, first, second], day('2026-07-01'))).toEqual([corrected]);
  });

  it('keeps what is planned when something else is decided for the time before it', () => {
    const meanwhile = aVersion(3, '2026-05-01');
    const versions = [first, second, meanwhile];

    expect(findVersionsInForce(versions, day('2026-05-31'))).toEqual([meanwhile]);
    expect(findVersionsInForce(versions, day('2026-06-01'))).toEqual([second]);
  });

  it('knows no zone that is retired, and keeps the others', () => {
    const park = aVersion(1, '2026-01-01', false, 'park');
    const retired = aVersion(2, '2026-06-01', true);

    expect(findVersionsInForce([first, retired, park], day('2026-07-01'))).toEqual([park]);
  });
});

describe('findSpanOfSameZones', () => {
  const versions = [aVersion(1, '2026-01-01'), aVersion(2, '2026-06-01')];

  it.each([
    { on: '2026-01-01', why: 'the instant in which a version takes effect' },
    { on: '2026-05-31', why: 'a day before the next does' },
  ])('ends where the next version takes effect, asked on $on ($why)', ({ on }) => {
    const span = findSpanOfSameZones(versions, day(on));

    expect(span).toEqual({ from: day('2026-01-01'), to: day('2026-06-01') });
  });

  it.each(['2025-12-31', '2026-06-01'])('has no end beyond the last version, asked on %s', (on) => {
    const { from, to } = findSpanOfSameZones(versions, day(on));

    expect(from <= day(on) && day(on) < to).toBe(true);
    expect([from.getTime(), to.getTime()].map(Math.abs)).toContain(8.64e15);
  });
});
