import { findRoadsOutside } from './pass-route.js';

const square = {
  type: 'MultiPolygon' as const,
  coordinates: [
    [
      [
        [120, 30],
        [120.1, 30],
        [120.1, 30.1],
        [120, 30.1],
        [120, 30],
      ],
    ],
  ],
};
const road = (name: string, ...path: [number, number][]) => ({ name, path });

describe('findRoadsOutside', () => {
  it('lets a road begin and end outside of the zones, if it leads through one', () => {
    const through = road('绕城', [119.9, 30.05], [120.2, 30.05]);

    expect(findRoadsOutside([through], [square])).toEqual([]);
  });

  it('lets a road lie wholly within', () => {
    const within = road('文一西路', [120.02, 30.05], [120.03, 30.06], [120.04, 30.06]);

    expect(findRoadsOutside([within], [square])).toEqual([]);
  });

  it('names those that touch none, and all where there is no area', () => {
    const away = road('机场路', [120.2, 30.05], [120.3, 30.05]);
    const through = road('绕城', [119.9, 30.05], [120.2, 30.05]);

    expect(findRoadsOutside([through, away], [square])).toEqual(['机场路']);
    expect(findRoadsOutside([through], [])).toEqual(['绕城']);
  });
});
