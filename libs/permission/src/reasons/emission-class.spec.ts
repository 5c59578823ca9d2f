import {
  at,
  aVehicle,
  aZone,
  daily,
  someFacts,
} from '../../../../test/support/permission-facts.js';
import type { VehicleFact, ZoneFact } from '../facts.js';
import { judge } from '../judge.js';

const barring = { barredEmissionClasses: ['国三', '国四'] };
const reasonsOf = (zone: Partial<ZoneFact>, vehicle: Partial<VehicleFact>) =>
  judge(someFacts({ zones: [{ zone: aZone(zone), stay: null }], vehicle: aVehicle(vehicle) }), {
    from: at('09:00'),
    to: at('10:00'),
  });
const codesOf = (zone: Partial<ZoneFact>, vehicle: Partial<VehicleFact>) =>
  reasonsOf(zone, vehicle).map(({ code }) => code);

describe('a zone that bars emission classes', () => {
  it('bars the road to a class it names, pass or not, and says which', () => {
    expect(reasonsOf(barring, { emissionClass: '国三' })).toMatchObject([
      {
        code: 'emission_class',
        effect: 'forbids_road',
        sentence: {
          'zh-CN': '浙A12345排放标准为国三，“主城区”禁止驶入',
          en: '浙A12345 is of emission class China III, which is barred from “主城区”',
        },
        overridableBy: [],
      },
    ]);
  });

  it.each([
    { why: 'a class it does not name', zone: barring, vehicle: { emissionClass: '国六' } },
    { why: 'a class that nobody entered', zone: barring, vehicle: { emissionClass: null } },
    {
      why: 'a plate it does not bind',
      zone: { ...barring, plateColors: ['blue'] },
      vehicle: { emissionClass: '国三' },
    },
    {
      why: 'other hours',
      zone: { ...barring, hours: [daily('17:00', '19:00')] },
      vehicle: { emissionClass: '国三' },
    },
  ])('holds nothing against $why', ({ zone, vehicle }) => {
    expect(codesOf(zone, vehicle)).toEqual([]);
  });
});

describe('a zone that binds plates of some colours', () => {
  it.each([
    { why: 'one of them needs a pass', plateColor: 'yellow', codes: ['no_pass'] },
    { why: 'another needs none', plateColor: 'yellow_green', codes: [] },
    { why: 'one whose colour nobody knows needs a pass', plateColor: null, codes: ['no_pass'] },
  ])('$why', ({ plateColor, codes }) => {
    expect(codesOf({ plateColors: ['yellow'] }, { plateColor, passes: [] })).toEqual(codes);
  });
});

describe('a zone that binds all plates but the city’s own', () => {
  const plates = { listed: ['浙A'], isExcept: true, lastFigures: [] };

  it.each([
    { why: 'an outside one needs a pass', plateNo: '苏E12345', codes: ['no_pass'] },
    { why: 'one of the city needs none', plateNo: '浙A12345', codes: [] },
    { why: 'one that nobody knows needs a pass', plateNo: null, codes: ['no_pass'] },
  ])('$why', ({ plateNo, codes }) => {
    expect(codesOf({ plates }, { plateNo, passes: [] })).toEqual(codes);
  });
});
