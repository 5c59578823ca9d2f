import type { DriverDayView } from '@tongyun/contracts';
import { findNewerDay, forgetDay, keepDay, readDay, type TextStorage } from './day-snapshot.js';

class FakeStorage implements TextStorage {
  constructor(private text: string | null = null) {}
  getItem() {
    return this.text;
  }
  setItem(_: string, text: string) {
    this.text = text;
  }
  removeItem() {
    this.text = null;
  }
}

const DRIVER = '018f0000-0000-7000-8000-000000000001';
const OTHER = '018f0000-0000-7000-8000-000000000002';
const aDay = (change: Partial<DriverDayView> = {}): DriverDayView => ({
  driverId: DRIVER,
  driverName: '张师傅',
  enterpriseName: '城北混凝土',
  duty: null,
  trip: null,
  waitingTrips: 0,
  pumpJob: null,
  call: null,
  ticket: null,
  nextJobAt: null,
  start: null,
  reasons: [],
  withdrawnTrainings: [],
  dataAt: '2026-11-22T08:00:00Z',
  ...change,
});

describe('day snapshot', () => {
  it('shows the last day without a network', () => {
    const storage = new FakeStorage();
    keepDay(storage, aDay());

    expect(readDay(storage)).toEqual(aDay());
  });

  it('is gone after signing out', () => {
    const storage = new FakeStorage();
    keepDay(storage, aDay());
    forgetDay(storage);

    expect(readDay(storage)).toBeNull();
  });

  it.each([null, 'rubbish', '{"driverId":"x"}'])('takes %s for no day', (text) => {
    expect(readDay(new FakeStorage(text))).toBeNull();
  });
});

describe('findNewerDay', () => {
  const early = aDay();
  const late = aDay({ dataAt: '2026-11-22T08:00:05Z' });

  it.each([
    { known: undefined, heard: early, newer: early, why: 'nothing was known' },
    { known: early, heard: late, newer: late, why: 'time goes on' },
    { known: late, heard: early, newer: late, why: 'the answer was slow' },
    {
      known: late,
      heard: aDay({ driverId: OTHER }),
      newer: aDay({ driverId: OTHER }),
      why: 'another driver',
    },
  ])('keeps the right one when $why', ({ known, heard, newer }) => {
    expect(findNewerDay(known, heard)).toEqual(newer);
  });
});
