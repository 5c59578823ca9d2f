import { judgeMuteSpan } from './judge-mute-span.js';

const at = (day: number, hour = 8) => new Date(Date.UTC(2026, 10, day, hour));
const now = at(23);

describe('judgeMuteSpan', () => {
  it.each([
    { from: at(23), to: at(23, 10), ok: true, why: 'two hours from now' },
    { from: at(22), to: at(23, 9), ok: true, why: 'it began before it was written down' },
    { from: at(23), to: at(26), ok: true, why: 'three days, the most' },
    { from: at(23), to: at(26, 9), ok: false, why: 'an hour more than the most' },
    { from: at(22), to: at(23), ok: false, why: 'it is over' },
    { from: at(24), to: at(24), ok: false, why: 'it has no length' },
  ])('is $ok: $why', ({ from, to, ok }) => {
    expect(judgeMuteSpan({ from, to }, now).ok).toBe(ok);
  });
});
