import { aLoad, anOrder, aPlan, aVehicle } from './example-plan.js';
import { driverNameOf, indexPlan } from './plan-index.js';

describe('a plan’s names', () => {
  it('tell a site’s orders apart by their time, and only then', () => {
    const index = indexPlan(
      aPlan({
        orders: [
          anOrder('morning'),
          anOrder('evening', { firstOnSiteAt: '2026-03-05T18:30:00+08:00' }),
          anOrder('elsewhere', { siteId: 'site-2', siteName: '二号工地' }),
        ],
      }),
    );

    expect([...index.orderNames.values()]).toEqual([
      '一号工地 08:00',
      '一号工地 18:30',
      '二号工地',
    ]);
  });

  it('say who drives by the plan, else who would', () => {
    const busy = aVehicle('busy', { driverId: 'd-1', driverName: '张师傅' });
    const idle = aVehicle('idle', { driverId: 'd-2', driverName: '李师傅' });
    const index = indexPlan(
      aPlan({
        vehicles: [busy, idle],
        loads: [aLoad('load', '08:00', { vehicleId: 'busy', driverId: 'd-2' })],
      }),
    );

    expect([busy, idle].map((vehicle) => driverNameOf(vehicle, index))).toEqual([
      '李师傅',
      '李师傅',
    ]);
  });
});
