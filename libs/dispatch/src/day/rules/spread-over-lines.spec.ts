import type { FixedLoad } from './begun.js';
import { spreadOverLines } from './spread-over-lines.js';

const line = (id: string) => ({ id, name: id, rateM3PerHour: 120 });
const plants = [{ lines: [line('one'), line('two')] }];
const load = (loadId: string, loadFromSec: number, loadToSec: number): FixedLoad => ({
  loadId,
  truck: 0,
  plant: 0,
  line: 0,
  place: 0,
  m3: 10,
  kind: 'concrete',
  refusedM3: 0,
  loadFromSec,
  loadToSec,
  arriveSec: loadToSec,
  dischargeFromSec: loadToSec,
  dischargeToSec: loadToSec,
  leaveSec: loadToSec,
});
const spread = (loads: readonly FixedLoad[], planned: [string, string][] = []) =>
  Object.fromEntries(spreadOverLines(plants, loads, new Map(planned)));

describe('the lines of loads that have begun', () => {
  it('are different ones for two that load at once', () => {
    expect(spread([load('a', 0, 600), load('b', 300, 900)])).toEqual({ a: 0, b: 1 });
  });

  it('are the planned ones where a plan named them', () => {
    expect(spread([load('a', 0, 600), load('b', 900, 1_500)], [['b', 'two']])).toEqual({
      a: 0,
      b: 1,
    });
  });

  it('are those that are free first when more load at once than there are lines', () => {
    expect(spread([load('a', 0, 900), load('b', 0, 600), load('c', 300, 800)])).toEqual({
      a: 0,
      b: 1,
      c: 1,
    });
  });
});
