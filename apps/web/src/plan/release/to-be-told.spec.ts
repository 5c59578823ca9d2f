import { aLoad, anOrder, aPlan, aPumpJob } from '../example-plan.js';
import { toBeTold } from './to-be-told.js';

describe('what a release has to tell', () => {
  it('counts what is new, what was told, and what waits for a call', () => {
    const plan = aPlan({
      orders: [anOrder('order-1'), anOrder('waiting', { state: 'will_call' })],
      loads: [
        aLoad('1', '07:00', { state: 'released' }),
        aLoad('2', '08:00'),
        aLoad('3', '09:00'),
        aLoad('4', '10:00', { orderId: 'waiting' }),
        aLoad('5', '06:00', { state: 'started' }),
      ],
      pumpJobs: [aPumpJob('job')],
    });

    expect(toBeTold(plan)).toEqual({
      loads: 2,
      pumpJobs: 1,
      people: 2,
      toldLoads: 1,
      heldBack: 1,
    });
  });
});
