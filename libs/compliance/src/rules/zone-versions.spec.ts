import { findVersionsInForce } from './zone-versions.js';

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

  it('lets the later decision stand when it names an earlier day', () => {
    const corrected = aVersion(3, '2026-05-01');

    expect(findVersionsInForce([first, second, corrected], day('2026-07-01'))).toEqual([corrected]);
  });

  it('knows no zone that is retired, and keeps the others', () => {
    const park = aVersion(1, '2026-01-01', false, 'park');
    const retired = aVersion(2, '2026-06-01', true);

    expect(findVersionsInForce([first, retired, park], day('2026-07-01'))).toEqual([park]);
  });
});
