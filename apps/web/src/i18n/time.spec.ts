import { formatDateTime, formatTimeSeconds, fromLocalInput, toLocalInput } from './time.js';

describe('times on the screen', () => {
  const evening = new Date('2026-03-05T16:30:05Z');

  it('are shown in Asia/Shanghai on 24 hours, wherever the machine stands', () => {
    expect(formatDateTime(evening)).toBe('2026-03-06 00:30');
    expect(formatTimeSeconds(evening.toISOString())).toBe('00:30:05');
  });

  it('go into an input and come back as the same minute', () => {
    expect(toLocalInput(evening)).toBe('2026-03-06T00:30');
    expect(fromLocalInput('2026-03-06T00:30')).toEqual(new Date('2026-03-05T16:30:00Z'));
  });
});
