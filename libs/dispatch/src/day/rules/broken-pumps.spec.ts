import { anOrder } from '../../../../../test/support/a-day.js';
import { afterBrokenPump, findOrderOfPump, isTakenOver } from './broken-pumps.js';
import type { DayFacts } from './day-facts.js';
import type { ContentEvent } from './plan-content.js';

const from = new Date('2026-11-29T20:00:00Z');
const facts = { day: { from } } as DayFacts;
const atHour = (hour: number): Date => new Date(+from + hour * 3_600_000);

const down = (until: Date | null = null): ContentEvent => ({
  kind: 'pump_down',
  vehicleId: 'pump',
  at: atHour(3).toISOString(),
  until: until?.toISOString() ?? null,
  reason: 'a burst pipe',
  atOrderId: 'order',
});

describe('a pump that breaks down', () => {
  it.each([
    { state: 'pumping', orderId: 'order', isOver: true, why: 'it broke down at work' },
    { state: 'left', orderId: 'order', isOver: true, why: 'it drove away broken' },
    { state: 'left', orderId: 'earlier', isOver: false, why: 'it had done its work there' },
  ] as const)('is taken over from ($why): $isOver', ({ state, orderId, isOver }) => {
    const job = { orderId, vehicleId: 'pump', state } as const;

    expect(isTakenOver([down()], job as never, atHour(9))).toBe(isOver);
    expect(isTakenOver([], job as never, atHour(9))).toBe(false);
  });

  it.each([
    { state: 'pumping', startsAt: atHour(2), orderId: 'order' },
    { state: 'released', startsAt: atHour(2), orderId: 'order' },
    { state: 'released', startsAt: atHour(5), orderId: undefined },
    { state: 'left', startsAt: atHour(2), orderId: undefined },
  ] as const)('was at $orderId: $state from $startsAt on', ({ state, startsAt, orderId }) => {
    const job = { orderId: 'order', vehicleId: 'pump', state, startsAt } as never;

    expect(findOrderOfPump({ pumpJobs: [job], now: atHour(3) }, 'pump')).toBe(orderId);
  });

  describe('at a pour that has begun', () => {
    const load = { truck: 0, plant: 0, line: 0, place: 0, m3: 10, refusedM3: 0 };
    const discharged = (hour: number) => ({
      ...load,
      kind: 'concrete' as const,
      loadFromSec: (hour - 1) * 3_600,
      loadToSec: (hour - 0.9) * 3_600,
      arriveSec: (hour - 0.5) * 3_600,
      dischargeFromSec: (hour - 0.4) * 3_600,
      dischargeToSec: hour * 3_600,
      leaveSec: hour * 3_600 + 180,
    });
    const another = { pump: 1, readySec: 4.5 * 3_600, washSec: 0 };
    const pour = anOrder({ pumps: 1, started: [discharged(2.9), discharged(3.4)] });

    it('breaks it off until another is on its way, whatever has come meanwhile', () => {
      expect(afterBrokenPump(facts, pour, [down()]).brokenOffSec).toBe(3.4 * 3_600);
      const goesOn = { ...pour, startedPumps: [another] };
      expect(afterBrokenPump(facts, goesOn, [down()]).brokenOffSec).toBe(3 * 3_600);
    });

    it('leaves alone who has another', () => {
      expect(afterBrokenPump(facts, { ...pour, id: 'other' }, [down()])).toEqual({
        ...pour,
        id: 'other',
      });
    });
  });
});
