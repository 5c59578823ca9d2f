import { afterAction, startOn } from './plan-state.js';

const start = startOn('2026-03-05');

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

  it('turns to the changes after a command that moved things, and stays after a pin', () => {
    expect(afterAction(start, { do: 'changed', by: 'event' }).side).toBe('changes');
    expect(afterAction(start, { do: 'changed', by: 'pin' }).side).toBe('unserved');
  });
});
