import { findGivenOtherwise } from './given-otherwise.js';
import type { PlannedItem } from './planned-items.js';

const given = {
  loadId: 'load' as string | null,
  pumpJobId: null as string | null,
  vehicleId: 'truck',
  driverId: 'driver',
  isByHand: true,
};
const planned = { id: 'load', kind: 'concrete', m3: 12, vehicleId: 'truck', driverId: 'driver' };
const job = { ...planned, id: 'job', kind: 'pump' };
const none: ReadonlySet<string> = new Set();

describe('what was given by hand and a plan does not know of', () => {
  it.each([
    { why: 'as planned', told: {}, items: [planned], found: null },
    { why: 'with another truck', told: { vehicleId: 'other' }, items: [planned], found: 'load' },
    { why: 'with another driver', told: { driverId: 'other' }, items: [planned], found: 'load' },
    { why: 'of another size', told: {}, items: [{ ...planned, m3: 10 }], found: 'load' },
    { why: 'by a plan, not by hand', told: { isByHand: false }, items: [], found: null },
    { why: 'besides all that the plan brings', told: {}, items: [], found: 'load' },
    {
      why: 'a pump in place of another',
      told: { loadId: null, pumpJobId: 'job', vehicleId: 'other' },
      items: [job],
      found: 'job',
    },
    {
      why: 'the planned pump',
      told: { loadId: null, pumpJobId: 'job' },
      items: [job],
      found: null,
    },
  ])('is $found: $why', ({ told, items, found }) => {
    const asked = { isLeftOut: false, givenUp: none };
    const rows = [{ id: 'load', plannedM3: 12 }];

    expect(
      findGivenOtherwise([{ ...given, ...told }], rows, items as unknown as PlannedItem[], asked),
    ).toBe(found);
  });

  it('is nothing of a pour that the plan leaves to be given by hand, nor what cannot come any more', () => {
    const brings = { isLeftOut: false, givenUp: new Set(['load']) };

    expect(findGivenOtherwise([given], [], [], { isLeftOut: true, givenUp: none })).toBeNull();
    expect(findGivenOtherwise([given], [], [], brings)).toBeNull();
  });
});
