import { aLoad, aPlan, at, aVehicle } from '../example-plan.js';
import { whyThisTruck } from './why-this-truck.js';

const barred = aVehicle('barred').reasons.concat({
  code: 'not_registered',
  effect: 'forbids_road',
  sentence: { 'zh-CN': '未备案', en: 'not registered' },
  compared: {},
  policyVersion: '1',
  overridableBy: [],
});
const load = aLoad('asked', '10:00');
const plan = aPlan({
  loads: [
    aLoad('earlier', '08:00'),
    load,
    aLoad('elsewhere', '11:00', { vehicleId: 'busy' }),
    aLoad('before', '08:00', { vehicleId: 'free' }),
  ],
  vehicles: [
    aVehicle('truck-1'),
    aVehicle('free'),
    aVehicle('busy'),
    aVehicle('late', { dutyFromAt: at('12:00') }),
    aVehicle('small', { drumM3: 8 }),
    aVehicle('unmanned', { driverId: null }),
    aVehicle('barred', { reasons: barred }),
    aVehicle('pump', { kind: 'boom_pump' }),
  ],
});

describe('whyThisTruck', () => {
  it('says since when the truck is free, and who else was', () => {
    expect(whyThisTruck(plan, load)).toMatchObject({
      after: { at: new Date(at('09:30')).toISOString(), spareMin: 30 },
      drumM3: 12,
      free: [{ id: 'free' }],
    });
  });

  it('says what kept the others away', () => {
    expect(whyThisTruck(plan, load).kept).toEqual({
      barred: 1,
      no_driver: 1,
      off_duty: 1,
      too_small: 1,
      busy: 1,
    });
  });

  it('knows a first load', () => {
    expect(whyThisTruck(plan, plan.loads[0]!).after).toBeNull();
  });
});
