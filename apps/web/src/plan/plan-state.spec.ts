import type { PlanChange } from './commands/plan-command.js';
import { aPlan } from './example-plan.js';
import { afterAction, startOn } from './plan-state.js';

const start = startOn('2026-03-05');

function changeBy(name: PlanChange['command']['name']): PlanChange {
  const plan = aPlan();
  const [before, after] = [plan.figures, plan.figures];
  const difference = { moved: [], nowUnserved: [], nowServed: [], before, after };
  return {
    command: { name, event: null },
    before: null,
    outcome: { isDone: true, faults: [], difference, plan },
  };
}

describe('what the page looks at', () => {
  it('shows what is chosen', () => {
    const chosen = { kind: 'load', id: 'load-1' } as const;

    expect(afterAction(start, { do: 'choose', chosen })).toMatchObject({ chosen, side: 'chosen' });
  });

  it('forgets what was chosen on another day, and keeps how it looks', () => {
    const looking = {
      ...start,
      rows: 'pumps' as const,
      chosen: { kind: 'line', id: 'l' } as const,
    };

    expect(afterAction(looking, { do: 'show_day', day: '2026-03-06' })).toMatchObject({
      day: '2026-03-06',
      rows: 'pumps',
      chosen: null,
    });
  });

  it('forgets a move that was tried when something else is chosen', () => {
    const proposal = { itemId: 'load-1', vehicleId: 'truck-2', lineId: null, shiftMs: 0 };
    const trying = afterAction(start, { do: 'propose', proposal });

    expect(trying.proposal).toEqual(proposal);
    const chosen = { kind: 'order', id: 'order-1' } as const;
    expect(afterAction(trying, { do: 'choose', chosen }).proposal).toBeNull();
    expect(afterAction(trying, { do: 'take_back' }).proposal).toBeNull();
  });

  it('turns to the changes after a command that moved things, and stays after a pin', () => {
    const mended = afterAction(start, { do: 'changed', change: changeBy('event') });
    expect(mended).toMatchObject({ side: 'changes', change: { command: { name: 'event' } } });
    expect(afterAction(mended, { do: 'changed', change: changeBy('pin') })).toEqual(mended);
  });
});
