import { agreementStateOf } from './agreement-state.js';

const NOW = new Date('2026-11-24T00:00:00Z');
const FROM = '2026-11-01T00:00:00Z';

describe('agreementStateOf', () => {
  it.each([
    { validFrom: FROM, validTo: null, endedAt: null, state: 'in_force', why: 'without an end' },
    {
      validFrom: NOW.toISOString(),
      validTo: null,
      endedAt: null,
      state: 'in_force',
      why: 'it begins',
    },
    {
      validFrom: '2026-12-01T00:00:00Z',
      validTo: null,
      endedAt: null,
      state: 'coming',
      why: 'later',
    },
    {
      validFrom: FROM,
      validTo: NOW.toISOString(),
      endedAt: null,
      state: 'over',
      why: 'its end is out',
    },
    {
      validFrom: FROM,
      validTo: null,
      endedAt: '2026-11-20T00:00:00Z',
      state: 'ended',
      why: 'early',
    },
    {
      validFrom: FROM,
      validTo: '2026-12-01T00:00:00Z',
      endedAt: '2026-11-25T00:00:00Z',
      state: 'in_force',
      why: 'its end is ahead, and so is the earlier one',
    },
  ])('is $state: $why', ({ state, why: _why, ...dates }) => {
    expect(agreementStateOf(dates, NOW)).toBe(state);
  });
});
