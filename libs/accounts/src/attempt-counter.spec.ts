import { addSeconds } from '@tongyun/kernel';
import { AttemptCounter } from './attempt-counter.js';

const now = new Date('2026-05-04T08:00:00Z');

describe('AttemptCounter', () => {
  it('lets as many through as the limit says and tells the next how long to wait', () => {
    const counter = new AttemptCounter();
    const waits = [0, 10, 20, 30].map((sec) => counter.count('a', 3, addSeconds(now, sec)));

    expect(waits).toEqual([0, 0, 0, 30]);
  });

  it('starts anew after a minute', () => {
    const counter = new AttemptCounter();
    counter.count('a', 1, now);

    expect(counter.count('a', 1, addSeconds(now, 59))).toBe(1);
    expect(counter.count('a', 1, addSeconds(now, 60))).toBe(0);
  });

  it('counts each key by itself', () => {
    const counter = new AttemptCounter();
    counter.count('a', 1, now);

    expect(counter.count('b', 1, now)).toBe(0);
  });

  it('still counts a window under way after old ones were thrown away', () => {
    const counter = new AttemptCounter();
    for (let key = 0; key <= 10_000; key += 1) counter.count(String(key), 1, now);
    counter.count('young', 1, addSeconds(now, 50));
    counter.count('sweeps', 1, addSeconds(now, 70));

    expect(counter.count('young', 1, addSeconds(now, 70))).toBe(40);
  });
});
