import type { ZoneFact } from '@tongyun/permission';
import { ZoneSets } from './zone-sets.js';

const zone = (zoneId: string) => ({ zoneId }) as ZoneFact;

describe('ZoneSets', () => {
  it('gives each set one number, whatever its sequence, and none to nothing', () => {
    const sets = new ZoneSets();

    expect(sets.numberOf([])).toBe(-1);
    expect(sets.numberOf([zone('a'), zone('b')])).toBe(0);
    expect(sets.numberOf([zone('a')])).toBe(1);
    expect(sets.numberOf([zone('b'), zone('a')])).toBe(0);
    expect(sets.all.map((set) => set.map(({ zoneId }) => zoneId))).toEqual([['a', 'b'], ['a']]);
  });
});
