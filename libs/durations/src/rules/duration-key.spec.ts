import {
  DURATION_KINDS,
  type DurationPlace,
  isDurationKey,
  keysOf,
  levelOf,
  nameOf,
} from './duration-key.js';

const place: DurationPlace = {
  plantId: 'north',
  siteId: 'tower',
  placingMethod: 'pump',
  pourKind: null,
  hour: 7,
};

describe('what a duration counts for', () => {
  it.each([
    { kind: 'loading', levels: ['plant_hour', 'plant'] },
    { kind: 'travel', levels: ['site_hour', 'site', 'plant_hour', 'plant'] },
    { kind: 'waiting', levels: ['site_hour', 'site', 'plant_hour', 'plant'] },
    { kind: 'discharge', levels: ['site_hour', 'site', 'plant_hour', 'plant'] },
  ] as const)('is $levels for $kind, the narrowest first', ({ kind, levels }) => {
    expect(keysOf(kind, place).map(levelOf)).toEqual(levels);
  });

  it('is the site’s whichever plant brings the concrete, and of chute and pump apart', () => {
    const [there] = keysOf('discharge', place);
    const [fromSouth] = keysOf('discharge', { ...place, plantId: 'south' });
    const [byChute] = keysOf('discharge', { ...place, placingMethod: 'chute' });

    expect(nameOf(fromSouth!)).toBe(nameOf(there!));
    expect(nameOf(byChute!)).not.toBe(nameOf(there!));
  });

  it('is of discharge that of the kind of pour first, then that of all kinds', () => {
    const slab = { ...place, pourKind: 'slab' as const };
    const names = keysOf('discharge', slab).map(nameOf);

    expect(names.slice(0, 2)).toEqual([
      'discharge/*/tower/pump/7/slab',
      'discharge/*/tower/pump/*/slab',
    ]);
    expect(names.slice(2)).toEqual(keysOf('discharge', place).map(nameOf));
    expect(keysOf('waiting', slab)).toEqual(keysOf('waiting', place));
  });

  it('has a name of its own for each key', () => {
    const names = DURATION_KINDS.flatMap((kind) =>
      keysOf(kind, { ...place, pourKind: 'pile' }),
    ).map(nameOf);

    expect(new Set(names).size).toBe(names.length);
  });

  it('is known from what nobody would look up', () => {
    const keys = DURATION_KINDS.flatMap((kind) => keysOf(kind, { ...place, pourKind: 'pile' }));
    const [loading] = keys;

    expect(keys.every(isDurationKey)).toBe(true);
    expect(isDurationKey({ ...loading!, siteId: 'tower' })).toBe(false);
    expect(isDurationKey({ ...loading!, kind: 'waiting' })).toBe(false);
    expect(isDurationKey({ ...loading!, pourKind: 'pile' })).toBe(false);
  });
});
