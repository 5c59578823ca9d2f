import { isBrokenDown } from './is-broken-down.js';
import type { ContentEvent } from './plan-content.js';

const atHour = (hour: number): Date => new Date(Date.UTC(2026, 10, 29, 20) + hour * 3_600_000);

const base = { vehicleId: 'it', at: atHour(3).toISOString(), reason: 'a burst pipe' };
const downUntil = (until: Date | null): readonly ContentEvent[] => {
  const told = { ...base, until: until?.toISOString() ?? null };
  return [
    { ...told, kind: 'truck_down' },
    { ...told, kind: 'pump_down', atOrderId: 'order' },
  ];
};

describe('a vehicle that broke down', () => {
  it.each([
    { until: null, nowHour: 9, isDown: true },
    { until: atHour(4), nowHour: 3.5, isDown: true },
    { until: atHour(4), nowHour: 4, isDown: false },
  ])('is down at $nowHour h, truck or pump: $isDown', ({ until, nowHour, isDown }) => {
    for (const event of downUntil(until)) {
      expect(isBrokenDown([event], 'it', atHour(nowHour))).toBe(isDown);
      expect(isBrokenDown([event], 'another', atHour(nowHour))).toBe(false);
    }
  });
});
