import { wgs84 } from '@tongyun/geo';
import { findRoadsLeftOut } from './roads-left-out.js';

/** Along 120°E, 20 m to both sides; a ten-thousandth of a degree of longitude is some 9.6 m here. */
const ZONE = {
  name: '建成区',
  exemptRoads: [
    {
      name: '石祥路',
      path: [
        [120, 30],
        [120, 30.1],
      ] as [number, number][],
      halfWidthM: 20,
    },
  ],
};
const at = (lng: number) => wgs84(lng, 30.05);

describe('findRoadsLeftOut', () => {
  it.each([
    { lng: 120, accuracyM: 0, is: 1, why: 'in the middle of it' },
    { lng: 120.0002, accuracyM: 0, is: 1, why: 'at its kerb' },
    { lng: 120.0003, accuracyM: 0, is: 0, why: 'beside it' },
    { lng: 120.0003, accuracyM: 15, is: 1, why: 'beside it, or on it as far as one knows' },
    { lng: 120.001, accuracyM: 15, is: 0, why: 'streets away' },
  ])('names $is road at $lng ± $accuracyM m ($why)', ({ lng, accuracyM, is }) => {
    expect(findRoadsLeftOut(at(lng), accuracyM, [ZONE])).toHaveLength(is);
  });

  it('says of which zone it is left out', () => {
    expect(findRoadsLeftOut(at(120), 5, [ZONE, { name: '园区', exemptRoads: [] }])).toEqual([
      { zoneName: '建成区', roadName: '石祥路' },
    ]);
  });
});
