import { judgeOverride, type OverridableReason } from './override-reasons.js';

const road: OverridableReason = { effect: 'forbids_road', overridableBy: [] };
const byDispatcher: OverridableReason = { effect: 'forbids_work', overridableBy: ['dispatcher'] };
const byAdmin: OverridableReason = { effect: 'forbids_work', overridableBy: ['concrete_admin'] };
const notice: OverridableReason = { effect: 'notice', overridableBy: [] };
const says = (overrideReason: string | null) => ({ roles: ['dispatcher'], overrideReason });

describe('judgeOverride', () => {
  it.each([
    { reasons: [], asker: says(null), isHard: true, ok: true, why: 'nothing against' },
    { reasons: [notice], asker: says(null), isHard: true, ok: true, why: 'a notice only tells' },
    { reasons: [byDispatcher], asker: says(null), isHard: true, ok: false, why: 'no reason given' },
    {
      reasons: [byDispatcher],
      asker: says('agreed'),
      isHard: true,
      ok: true,
      why: 'his to override',
    },
    { reasons: [byAdmin], asker: says('agreed'), isHard: true, ok: false, why: 'not his' },
    {
      reasons: [byDispatcher, byAdmin],
      asker: says('agreed'),
      isHard: true,
      ok: false,
      why: 'one of them is not his',
    },
    { reasons: [byAdmin], asker: says(null), isHard: false, ok: true, why: 'the city only warns' },
    { reasons: [road], asker: says('agreed'), isHard: false, ok: false, why: 'never the road' },
  ])('is $ok ($why)', ({ reasons, asker, isHard, ok }) => {
    expect(judgeOverride(reasons, asker, isHard).ok).toBe(ok);
  });

  it('says what was overridden, so that it can be shown to whoever looks next', () => {
    expect(judgeOverride([notice, byDispatcher], says('agreed'), true)).toEqual({
      ok: true,
      overridden: [byDispatcher],
    });
  });
});
