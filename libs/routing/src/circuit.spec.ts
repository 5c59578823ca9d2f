import { Circuit } from './circuit.js';

describe('Circuit', () => {
  let now: number;
  let circuit: Circuit;

  beforeEach(() => {
    now = 0;
    circuit = new Circuit(3, 30_000, { now: () => new Date(now) });
  });
  const failTimes = (count: number) => Array.from({ length: count }, () => circuit.failed());

  it('opens at the third failure in a row, and says so once', () => {
    expect(failTimes(4)).toEqual([false, false, true, false]);
    expect(circuit.mayAsk()).toBe(false);
  });

  it('forgets failures after a success', () => {
    failTimes(2);
    circuit.succeeded();

    expect(failTimes(2)).toEqual([false, false]);
    expect(circuit.mayAsk()).toBe(true);
  });

  it('lets one ask again after the rest, and rests again when that fails', () => {
    failTimes(3);
    now = 29_999;
    expect(circuit.mayAsk()).toBe(false);
    now = 30_000;
    expect(circuit.mayAsk()).toBe(true);

    circuit.failed();
    expect(circuit.mayAsk()).toBe(false);
    now = 60_000;
    circuit.succeeded();
    expect(circuit.mayAsk()).toBe(true);
  });
});
