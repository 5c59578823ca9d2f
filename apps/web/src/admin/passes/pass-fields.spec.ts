import { type PassFields, toIssueRequest } from './pass-fields.js';

const fields = (change: Partial<PassFields> = {}): PassFields => ({
  vehicleId: 'vehicle',
  zoneIds: ['zone'],
  isAllDay: true,
  firstDay: '2026-03-01',
  lastDay: '2026-03-31',
  reason: ' 材料齐全 ',
  ...change,
});

describe('toIssueRequest', () => {
  it('counts the last day whole', () => {
    const { validFrom, validTo } = toIssueRequest(fields());

    expect(validFrom.toISOString()).toBe('2026-02-28T16:00:00.000Z');
    expect(validTo.toISOString()).toBe('2026-03-31T16:00:00.000Z');
  });

  it('has no hours when it holds at all of them', () => {
    expect(toIssueRequest(fields({ fromClock: '22:00', toClock: '06:00' })).hours).toEqual([]);
  });

  it('has hours every day when they are stated', () => {
    const request = toIssueRequest(
      fields({ isAllDay: false, fromClock: '22:00', toClock: '06:00' }),
    );

    expect(request.hours).toEqual([{ weekdays: [1, 2, 3, 4, 5, 6, 7], fromMin: 1320, toMin: 360 }]);
  });

  it('keeps the reason without the space around it', () => {
    expect(toIssueRequest(fields()).reason).toBe('材料齐全');
  });

  it('prescribes the roads of a file in the system that it is said to be in', () => {
    const drawnRoads = [
      {
        name: '文一西路',
        path: [
          [120.1, 30.2],
          [120.2, 30.2],
        ] as [number, number][],
      },
    ];

    expect(toIssueRequest(fields({ drawnRoads, crs: 'gcj02' })).routes).toEqual({
      crs: 'gcj02',
      roads: drawnRoads,
    });
    expect(toIssueRequest(fields({ crs: 'gcj02' })).routes).toBeUndefined();
  });

  it('takes roads apart at commas of either language', () => {
    expect(toIssueRequest(fields({ roads: '文一西路、 绕城西线，Moganshan Rd, ' })).roads).toEqual([
      '文一西路',
      '绕城西线',
      'Moganshan Rd',
    ]);
    expect(toIssueRequest(fields()).roads).toEqual([]);
  });
});
