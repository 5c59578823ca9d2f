import { findDwells } from './dwell.js';
import { FENCE_FIXES, followPresence, NEVER_INSIDE } from './presence.js';

/** A plant, a zone and a site in it along a road; a column a fix, a minute apart. */
const PLACES = {
  plant: 'pppp            ',
  zone: '   zzzzzzzzzzzz ',
  site: '         sss    ',
};

/** The presence in a kind of place after the letters of a drawn way. */
const presenceIn = (place: string, way: string) =>
  [...way].reduce((presence, letter, column) => {
    if (letter === ' ') return presence;
    const side = place[column] === ' ' ? 'outside' : 'inside';
    const point = { atMs: column * 60_000, lng: 120, lat: 30 };
    return followPresence(presence, side, point, FENCE_FIXES);
  }, NEVER_INSIDE);

const dwellsAfter = (way: string, yards: Record<string, string> = {}) =>
  findDwells({
    fences: { 'plant:p1': presenceIn(PLACES.plant, way), 'site:s1': presenceIn(PLACES.site, way) },
    yards: Object.fromEntries(
      Object.entries(yards).map(([id, before]) => [id, presenceIn(PLACES.plant, before)]),
    ),
    zones: { z1: presenceIn(PLACES.zone, way) },
  }).map(({ kind, id, sinceMs }) => `${kind} ${id} since ${sinceMs / 60_000}`);

describe('findDwells', () => {
  it.each([
    { way: 'a               ', dwells: [], why: 'one fix is no crossing' },
    { way: 'ab              ', dwells: ['plant p1 since 0'], why: 'from the first of them on' },
    { way: 'abcdefgh        ', dwells: ['zone z1 since 3'], why: 'out of the plant again' },
    {
      way: 'abcdefghijklmn  ',
      dwells: ['zone z1 since 3'],
      why: 'a site that was left is none, the zone around it still is',
    },
    {
      way: 'abcdefghijkl    ',
      dwells: ['zone z1 since 3', 'site s1 since 9'],
      why: 'longest first',
    },
  ])('after $way is in $dwells ($why)', ({ way, dwells }) => {
    expect(dwellsAfter(way)).toEqual(dwells);
  });

  it('counts a plant once that is on its way and of its enterprise, from the earlier crossing', () => {
    expect(dwellsAfter(' bcde           ', { p1: 'ab              ' })).toEqual([
      'plant p1 since 0',
      'zone z1 since 3',
    ]);
  });
});
