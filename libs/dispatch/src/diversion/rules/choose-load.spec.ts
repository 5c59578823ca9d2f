import { chooseLoad } from './choose-load.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const load = (clock: string, state: 'planned' | 'released') => ({ dueAt: at(clock), state });

describe('chooseLoad', () => {
  it('takes the load that is wanted nearest to the arrival', () => {
    const loads = [load('08:00', 'released'), load('09:00', 'released'), load('10:00', 'released')];

    expect(chooseLoad(loads, at('09:10'))).toBe(loads[1]);
  });

  it('rather takes one that nobody was told of', () => {
    const loads = [load('09:00', 'released'), load('09:29', 'planned'), load('12:00', 'planned')];

    expect(chooseLoad(loads, at('09:00'))).toBe(loads[1]);
  });

  it('does not wait for one that is wanted much later', () => {
    const loads = [load('09:00', 'released'), load('12:00', 'planned')];

    expect(chooseLoad(loads, at('09:00'))).toBe(loads[0]);
  });
});
