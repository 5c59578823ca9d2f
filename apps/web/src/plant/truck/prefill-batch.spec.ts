import { prefillBatch } from './prefill-batch.js';

const line = { id: 'line-1', plantId: 'p', name: '1号线', rateM3PerHour: 120, calledTripId: null };
const truck = {
  tripId: 't',
  vehicleId: 'v',
  grade: 'C30',
  plannedM3: 12,
  batchedM3: null,
  call: null,
};

describe('prefillBatch', () => {
  it('takes truck, grade and volume from the trip', () => {
    expect(prefillBatch({ lines: [line] }, truck)).toEqual({
      vehicleId: 'v',
      grade: 'C30',
      m3: 12,
      lineId: 'line-1',
    });
  });

  it('offers the rest of a drum that is topped up, and nothing for a full one', () => {
    expect(prefillBatch({ lines: [line] }, { ...truck, batchedM3: 7.9 }).m3).toBe(4.1);
    expect(prefillBatch({ lines: [line] }, { ...truck, batchedM3: 12 }).m3).toBeNull();
  });

  it('takes the line that the truck is called to', () => {
    const call = {
      id: 'c',
      tripId: 't',
      lineId: 'line-2',
      lineName: '2号线',
      calledAt: '2026-11-23T00:00:00.000Z',
      jumpReason: null,
    };

    expect(prefillBatch({ lines: [line] }, { ...truck, call }).lineId).toBe('line-2');
  });
});
