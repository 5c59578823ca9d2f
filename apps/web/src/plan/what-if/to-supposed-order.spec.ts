import { toSupposedOrder } from './to-supposed-order.js';

const at = new Date('2026-11-30T08:00:00Z');
const fields = { siteId: 'site', m3: 24, rateM3PerHour: 36, grade: ' C35 P6 ' };
const pump = { pumpsNeeded: 2, pumpReachM: 40, primingM3: 1 };

describe('a supposed order', () => {
  it('is asked for with its pumps, their reach and their mortar', () => {
    expect(toSupposedOrder({ ...fields, ...pump, placingMethod: 'pump' }, at)).toMatchObject({
      kind: 'with_order',
      grade: 'C35 P6',
      firstOnSiteAt: at,
      ...pump,
    });
  });

  it('asks for no pump where it is placed by the chute, whatever was filled in before', () => {
    const asked = toSupposedOrder({ ...fields, ...pump, placingMethod: 'chute' }, at);

    expect(asked).toMatchObject({ pumpReachM: null, primingM3: 0 });
    expect(asked).not.toHaveProperty('pumpsNeeded');
  });
});
