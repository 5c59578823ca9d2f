import { destination, wgs84 } from '@tongyun/geo';
import { judgeApart } from './sighting-outcome.js';

const camera = wgs84(120.16, 30.25);
const at = new Date('2026-11-23T02:00:00Z');
const limits = { apartM: 1_000, maxSpeedKph: 72 }; // 20 m/s
const seenAgo = (awayM: number, agoSec: number) => ({
  position: destination(camera, 90, awayM),
  at: new Date(at.getTime() - agoSec * 1_000),
});

describe('a plate before a camera and its terminal', () => {
  it.each([
    { awayM: 900, agoSec: 0, state: 'matched', why: 'within what positions differ by' },
    { awayM: 1_100, agoSec: 0, state: 'apart', why: 'at two places at once' },
    { awayM: 2_900, agoSec: 100, state: 'matched', why: 'driven meanwhile' },
    { awayM: 3_100, agoSec: 100, state: 'apart', why: 'too far to have driven' },
    { awayM: 2_900, agoSec: -100, state: 'matched', why: 'driven there afterwards' },
    { awayM: 3_100, agoSec: -100, state: 'apart', why: 'too far to be driven afterwards' },
  ])('is $state when $awayM m off $agoSec s before ($why)', ({ awayM, agoSec, state }) => {
    expect(judgeApart({ position: camera, at }, seenAgo(awayM, agoSec), limits)).toMatchObject({
      state,
    });
  });

  it('is not compared without a fix near that time', () => {
    expect(judgeApart({ position: camera, at }, null, limits)).toEqual({ state: 'not_compared' });
  });
});
