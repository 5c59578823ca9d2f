import { findShownPumpStage, type PumpProgress } from './shown-pump-stage.js';

const job = (state: PumpProgress['state'], nextStage: PumpProgress['nextStage']): PumpProgress => ({
  id: 'job-1',
  state,
  nextStage,
});

const tap = (stage: 'travelling' | 'left') => [{ pumpJobId: 'job-1', stage }];

describe('findShownPumpStage', () => {
  it('shows what the server knows while no tap of this job waits', () => {
    const waiting = [{ pumpJobId: 'job-2', stage: 'ready' as const }];

    expect(findShownPumpStage(job('released', 'travelling'), waiting)).toEqual({
      state: 'released',
      nextStage: 'travelling',
      isAhead: false,
    });
  });

  it('goes on by the taps that wait, and is through after the last', () => {
    expect(findShownPumpStage(job('released', 'travelling'), tap('travelling'))).toEqual({
      state: 'travelling',
      nextStage: 'setting_up',
      isAhead: true,
    });
    expect(findShownPumpStage(job('washing', 'left'), tap('left')).nextStage).toBeNull();
  });

  it('does not fall behind a fence that moved the job past the tap', () => {
    const waiting = [{ pumpJobId: 'job-1', stage: 'travelling' as const }];

    expect(findShownPumpStage(job('setting_up', 'ready'), waiting).state).toBe('setting_up');
  });
});
