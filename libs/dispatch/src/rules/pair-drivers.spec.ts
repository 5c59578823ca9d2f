import { pairDrivers } from './pair-drivers.js';

const driver = (driverId: string, heldCount = 0, mayDrive = true) => ({
  driverId,
  heldCount,
  mayDrive,
});

describe('pairDrivers', () => {
  it('gives the least busy driver first, and nobody twice', () => {
    const paired = pairDrivers(['v1', 'v2', 'v3'], [driver('busy', 3), driver('idle')]);

    expect(paired).toEqual([
      { vehicleId: 'v1', driverId: 'idle' },
      { vehicleId: 'v2', driverId: 'busy' },
      { vehicleId: 'v3', driverId: null },
    ]);
  });

  it('passes over drivers who may not drive', () => {
    expect(pairDrivers(['v1'], [driver('untrained', 0, false)])).toEqual([
      { vehicleId: 'v1', driverId: null },
    ]);
  });
});
