import type { ZoneView } from '@tongyun/contracts';
import { fieldsOf, toDrawRequest, type ZoneFields } from './zone-fields.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const area: ZoneView['area'] = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [120, 30],
        [121, 30],
        [121, 31],
        [120, 30],
      ],
    ],
  ],
};
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const aZone = (hours: ZoneView['hours']): ZoneView => ({
  zoneId: '0192f0c4-0000-7000-8000-000000000001',
  version: 1,
  kind: 'built_up',
  name: '主城区',
  area,
  hours,
  binds: ['mixer'],
  plateColors: ['yellow'],
  plates: { listed: ['浙A'], isExcept: true, lastFigures: [] },
  barredEmissionClasses: ['国三'],
  exemptRoads: [],
  speedLimitKph: 40,
  effectiveFrom: NOW.toISOString(),
});
const filledIn = (zone: ZoneView | null, change: Partial<ZoneFields> = {}): ZoneFields => ({
  name: '新城',
  crs: 'gcj02',
  reason: '通告',
  ...(fieldsOf(zone, NOW) as Omit<ZoneFields, 'name' | 'crs' | 'reason'>),
  ...change,
});

const platesOf = (plates: ZoneFields['plates']) =>
  toDrawRequest(filledIn(null, { plates }), { area, exemptRoads: [] }, null).plates;

describe('the form of a zone', () => {
  it('takes a file’s shape in the system that is stated', () => {
    const request = toDrawRequest(filledIn(null), { area, exemptRoads: [] }, null);

    expect(request).toMatchObject({ crs: 'gcj02', hours: [], effectiveFrom: NOW });
  });

  it('never moves the shape that a zone has already', () => {
    const zone = aZone([]);

    expect(toDrawRequest(filledIn(zone), zone, zone)).toMatchObject({ crs: 'wgs84', area });
  });

  it('changes nothing of a zone that is decided again as it stands', () => {
    const zone = aZone([{ weekdays: EVERY_DAY, fromMin: 420, toMin: 1_140 }]);
    const { hours, binds, plateColors, plates, barredEmissionClasses, speedLimitKph } = zone;

    expect(toDrawRequest(filledIn(zone), zone, zone)).toMatchObject({
      hours,
      binds,
      plateColors,
      plates,
      barredEmissionClasses,
      speedLimitKph,
    });
  });

  it('binds every plate where none are told apart, and all but none is every plate too', () => {
    expect(platesOf({ listed: [], isExcept: true, lastFigures: [] })).toBeNull();
    expect(platesOf({ listed: [], isExcept: true, lastFigures: [1, 6] })).toEqual({
      listed: [],
      isExcept: false,
      lastFigures: [1, 6],
    });
  });

  it('keeps hours that it cannot say', () => {
    const hours: ZoneView['hours'] = [
      { weekdays: [1, 2, 3, 4, 5], days: 'school_days', fromMin: 420, toMin: 540 },
    ];
    const zone = aZone(hours);

    expect(toDrawRequest(filledIn(zone, { isAllDay: true }), zone, zone).hours).toEqual(hours);
  });
});
