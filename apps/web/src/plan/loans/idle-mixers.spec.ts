import { aLoad, at, aVehicle } from '../example-plan.js';
import { idleMixers } from './idle-mixers.js';

const wanted = { fromAt: at('10:00'), untilAt: at('14:00') };
const idsOf = (vehicles: ReturnType<typeof idleMixers>) => vehicles.map(({ id }) => id);

describe('trucks that could be lent', () => {
  it('are those with nothing to bring in that time', () => {
    const plan = {
      vehicles: [aVehicle('truck-1'), aVehicle('truck-2'), aVehicle('truck-3')],
      loads: [
        aLoad('early', '07:00', { vehicleId: 'truck-1' }),
        aLoad('then', '13:00', { vehicleId: 'truck-2' }),
      ],
    };

    expect(idsOf(idleMixers(plan, wanted))).toEqual(['truck-1', 'truck-3']);
  });

  it('are one’s own, with a driver, and no pumps', () => {
    const vehicles = [
      aVehicle('hired', { use: 'hired' }),
      aVehicle('empty', { driverId: null }),
      aVehicle('pump', { kind: 'boom_pump' }),
      aVehicle('own'),
    ];

    expect(idsOf(idleMixers({ vehicles, loads: [] }, wanted))).toEqual(['own']);
  });
});
