import { wgs84 } from '@tongyun/geo';
import { listWays } from './list-ways.js';

const at = (clock: string): Date => new Date(`2026-11-24T${clock}:00Z`);
const position = wgs84(120, 30);
const plant = (id: string) => ({ id, position });
const order = (id: string, clock: string, isPumpNeeded = false) => ({
  id,
  position,
  firstOnSiteAt: at(clock),
  isPumpNeeded,
});
const ways = (...given: Parameters<typeof listWays>): string[] =>
  listWays(...given).map(({ from, to, at: when }) => {
    return `${from.id}-${to.id} ${when.toISOString().slice(11, 16)}`;
  });

describe('the ways that vehicles of a day may take', () => {
  it('lead between any two plants, and between each and every site', () => {
    const day = [plant('north'), plant('south')];

    expect(ways(day, [order('site', '09:00')], at('00:00'))).toEqual([
      'north-south 00:00',
      'south-north 00:00',
      'north-site 09:00',
      'site-north 09:00',
      'south-site 09:00',
      'site-south 09:00',
    ]);
  });

  it('lead from site to site for pumps, and to what may still be poured then', () => {
    const orders = [
      order('early', '06:00', true),
      order('chute', '09:00'),
      order('late', '10:00', true),
      order('noon', '09:59', true),
    ];

    expect(ways([], orders, at('00:00'))).toEqual([
      'early-late 10:00',
      'early-noon 09:59',
      'late-noon 09:59',
      'noon-early 06:00',
      'noon-late 10:00',
    ]);
  });
});
