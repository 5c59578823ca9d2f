import { type AlertLifeState, judgeAlertStep } from './alert-life.js';

const step = (from: AlertLifeState, to: AlertLifeState, change: object = {}) =>
  judgeAlertStep({ from, to, note: 'seen on camera', isAuthority: false, ...change });

describe('judgeAlertStep', () => {
  it.each<[AlertLifeState, AlertLifeState, boolean, string]>([
    ['open', 'acknowledged', true, 'somebody has read it'],
    ['open', 'closed', true, 'dealt with at once'],
    ['acknowledged', 'handling', true, 'the next step'],
    ['acknowledged', 'open', false, 'nothing becomes unread'],
    ['handling', 'acknowledged', false, 'no way back'],
    ['closed', 'handling', true, 'taken up again'],
    ['closed', 'acknowledged', false, 'closed is past reading'],
    ['false_alarm', 'appealed', false, 'nothing to appeal against'],
    ['open', 'open', false, 'no step at all'],
  ])('%s → %s is %p: %s', (from, to, ok) => {
    expect(step(from, to).ok).toBe(ok);
  });

  it.each<AlertLifeState>(['false_alarm', 'appealed'])('asks why for %s', (to) => {
    const byAuthority = { isAuthority: true };

    expect(step('open', to, { ...byAuthority, note: null })).toMatchObject({
      code: 'ALERT_NOTE_REQUIRED',
    });
    expect(step('open', to, byAuthority)).toEqual({ ok: true });
  });

  it.each<AlertLifeState>(['open', 'acknowledged', 'handling'])(
    'is not called false by the enterprise it speaks against, from %s',
    (from) => {
      const allowed = expect.not.arrayContaining(['false_alarm']);

      expect(step(from, 'false_alarm')).toMatchObject({ code: 'ALERT_STEP_NOT_YOURS', allowed });
      expect(step(from, 'appealed')).toEqual({ ok: true });
      expect(step(from, 'false_alarm', { isAuthority: true })).toEqual({ ok: true });
    },
  );

  it('leaves an appeal to an authority', () => {
    expect(step('appealed', 'closed')).toMatchObject({ code: 'ALERT_UNDER_APPEAL' });
    expect(step('appealed', 'closed', { isAuthority: true })).toEqual({ ok: true });
  });
});
