import { followPresence, NEVER_INSIDE, type Side } from './presence.js';

const SIDES: Readonly<Record<string, Side>> = { i: 'inside', b: 'band', o: 'outside' };

/** Follows a run of sides, `i`nside, `b`and and `o`utside, a second apart. */
const follow = (run: string) =>
  [...run].reduce(
    (presence, letter, second) =>
      followPresence(
        presence,
        SIDES[letter]!,
        { atMs: second * 1_000, lng: 120, lat: 30 },
        { enter: 3, leave: 2 },
      ),
    NEVER_INSIDE,
  );

describe('followPresence', () => {
  it.each([
    { run: 'ii', isInside: false, why: 'two of three' },
    { run: 'iii', isInside: true, why: 'three in a row' },
    { run: 'iioii', isInside: false, why: 'a fix outside begins the count again' },
    { run: 'ibbibi', isInside: true, why: 'the band says nothing either way' },
    { run: 'bbbb', isInside: false, why: 'the band alone is nowhere' },
    { run: 'iiio', isInside: true, why: 'one wild fix outside' },
    { run: 'iiioo', isInside: false, why: 'two outside are an exit' },
    { run: 'iiioio', isInside: true, why: 'a fix inside begins the exit again' },
    { run: 'iiiobo', isInside: false, why: 'the band does not begin the exit again' },
  ])('after $run is inside: $isInside ($why)', ({ run, isInside }) => {
    expect(follow(run).isInside).toBe(isInside);
  });

  it('dates a crossing from its first fix', () => {
    expect(follow('oibii').crossing[0]).toMatchObject({ atMs: 1_000 });
    expect(follow('iiiobo').crossing[0]).toMatchObject({ atMs: 3_000 });
  });

  it('calls a crossing fresh for the one fix that made it', () => {
    expect(['iii', 'iiii', 'iiib'].map((run) => follow(run).isFresh)).toEqual([true, false, false]);
  });
});
