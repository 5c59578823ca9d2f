import { addMinutes } from '@tongyun/kernel';
import { isAsPlanned } from './planned-items.js';

const at = new Date('2026-11-30T08:00:00Z');
const told = {
  plantId: 'plant',
  vehicleId: 'vehicle',
  driverId: 'driver',
  startsAt: at,
  endsAt: addMinutes(at, 60),
};

describe('what somebody was told', () => {
  it.each([
    { startMin: 0, endMin: 0, isSame: true },
    { startMin: 5, endMin: -5, isSame: true },
    { startMin: 6, endMin: 0, isSame: false },
    { startMin: 0, endMin: -6, isSame: false },
  ])('is as planned, $startMin and $endMin min off: $isSame', ({ startMin, endMin, isSame }) => {
    const planned = {
      ...told,
      startsAt: addMinutes(told.startsAt, startMin),
      endsAt: addMinutes(told.endsAt, endMin),
    };

    expect(isAsPlanned(told, planned, 5)).toBe(isSame);
  });

  it('is not, of another vehicle, driver or plant', () => {
    for (const other of [{ vehicleId: 'v' }, { driverId: 'd' }, { plantId: 'p' }]) {
      expect(isAsPlanned(told, { ...told, ...other }, 5)).toBe(false);
    }
  });
});
