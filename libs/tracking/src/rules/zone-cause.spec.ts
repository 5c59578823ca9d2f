import { aJudgeContext } from '../../../../test/support/judge-scenes.js';
import { at, aZone, daily } from '../../../../test/support/permission-facts.js';
import { findZoneCause } from './zone-cause.js';

const WORKING = aZone({ hours: [daily('08:00', '12:00')] });
const insideSince = (clock: string, isFresh = false) => ({
  isInside: true,
  contrary: [],
  crossing: [{ atMs: at(clock).getTime(), lng: 120.1, lat: 30.2 }],
  isFresh,
});
const fixAt = (clock: string) => ({ kind: 'fix', at: at(clock) }) as const;
const causeOf = (
  presence: Parameters<typeof findZoneCause>[1],
  input: Parameters<typeof findZoneCause>[2],
  zone = WORKING,
) => findZoneCause(zone, presence, input, aJudgeContext({}));

describe('findZoneCause', () => {
  it('is the same for all that are inside when the hours of a zone begin, and another the next day', () => {
    const began = causeOf(insideSince('07:30'), fixAt('08:01'));

    expect(began).toBe(`zone city v3 from ${at('08:00').toISOString()}`);
    expect(causeOf(insideSince('05:00'), fixAt('08:10'))).toBe(began);
  });

  it('is the new outline for what stands in a zone that was drawn around it', () => {
    const drawn = { kind: 'facts_changed', at: at('10:00') } as const;

    expect(causeOf(insideSince('10:00', true), drawn)).toBe('zone city v3');
  });

  it.each([
    { why: 'it drove in', presence: insideSince('08:02', true), at: '08:02' },
    { why: 'it came in after they had begun', presence: insideSince('08:02'), at: '08:04' },
    { why: 'they began too long ago', presence: insideSince('07:30'), at: '08:11' },
    {
      why: 'the zone always binds',
      presence: insideSince('07:30'),
      at: '08:01',
      zone: aZone(),
    },
  ])('is none: $why', ({ presence, at: clock, zone }) => {
    expect(causeOf(presence, fixAt(clock), zone)).toBeNull();
  });
});
