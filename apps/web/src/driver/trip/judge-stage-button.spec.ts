import { judgeStageButton } from './judge-stage-button.js';

const at = (clock: string) => new Date(`2026-11-22T${clock}Z`);

describe('judgeStageButton', () => {
  it('is ready when nothing was tapped yet', () => {
    expect(judgeStageButton('loading', null, at('08:00:00'))).toEqual({
      state: 'ready',
      mustConfirm: false,
    });
  });

  it.each([
    { now: '08:00:00', leftSec: 10, why: 'the tap itself' },
    { now: '08:00:00.400', leftSec: 10, why: 'a begun second counts whole' },
    { now: '08:00:09.999', leftSec: 1, why: 'the last moment' },
  ])('is guarded for $leftSec s at $now ($why)', ({ now, leftSec }) => {
    expect(judgeStageButton('at_site', at('08:00:00'), at(now))).toEqual({
      state: 'guarded',
      leftSec,
    });
  });

  it.each([
    { now: '08:00:10', why: 'ten seconds are over' },
    { now: '07:00:00', why: 'a clock set back holds nobody for an hour' },
  ])('is ready again at $now ($why)', ({ now }) => {
    expect(judgeStageButton('at_site', at('08:00:00'), at(now)).state).toBe('ready');
  });

  it.each([
    { stage: 'en_route', mustConfirm: true },
    { stage: 'loading', mustConfirm: false },
    { stage: 'unloaded', mustConfirm: false },
  ] as const)('asks to confirm $stage: $mustConfirm', ({ stage, mustConfirm }) => {
    expect(judgeStageButton(stage, null, at('08:00:00'))).toEqual({ state: 'ready', mustConfirm });
  });
});
