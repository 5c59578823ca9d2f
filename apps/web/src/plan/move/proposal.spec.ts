import { aLoad, aPlan, aPumpJob, at } from '../example-plan.js';
import { indexPlan } from '../plan-index.js';
import { proposalOf, toMoveRequest } from './proposal.js';

const MIN = 60_000;
const load = { id: 'load', kind: 'load' as const };
const job = { id: 'job', kind: 'pump_job' as const };
const nothing = { vehicleId: null, lineId: null, shiftMs: 0 };

describe('a bar let go', () => {
  it.each([
    { rows: 'trucks', bar: load, to: 'b', shiftMs: 0, asks: { vehicleId: 'b' }, why: 'a truck' },
    { rows: 'lines', bar: load, to: 'b', shiftMs: 0, asks: { lineId: 'b' }, why: 'a line' },
    { rows: 'pumps', bar: job, to: 'b', shiftMs: 0, asks: { vehicleId: 'b' }, why: 'a pump' },
    { rows: 'trucks', bar: load, to: 'a', shiftMs: MIN, asks: { shiftMs: MIN }, why: 'a time' },
    { rows: 'sites', bar: load, to: 'b', shiftMs: MIN, asks: { shiftMs: MIN }, why: 'no site' },
  ] as const)('asks for $why on rows of $rows', ({ rows, bar, to, shiftMs, asks }) => {
    const drop = { bar, fromRowId: 'a', toRowId: to, shiftMs };

    expect(proposalOf(drop, rows)).toEqual({ ...nothing, itemId: bar.id, ...asks });
  });

  it.each([
    { rows: 'trucks', bar: load, to: 'a', why: 'where it was' },
    { rows: 'trucks', bar: load, to: null, why: 'beside every row' },
    { rows: 'sites', bar: load, to: 'b', why: 'on another site' },
    { rows: 'sites', bar: job, to: 'b', why: 'a pump on another site' },
  ] as const)('asks for nothing $why', ({ rows, bar, to }) => {
    expect(proposalOf({ bar, fromRowId: 'a', toRowId: to, shiftMs: 0 }, rows)).toBeNull();
  });
});

describe('a proposal', () => {
  const index = indexPlan(aPlan({ loads: [aLoad('load', '08:00')], pumpJobs: [aPumpJob('job')] }));

  it('names when a load begins to load, and when a pump is ready', () => {
    const later = { ...nothing, shiftMs: 10 * MIN };

    expect(toMoveRequest({ ...later, itemId: 'load' }, index, true)).toEqual({
      itemId: 'load',
      isTrial: true,
      atAt: new Date(at('08:10')),
    });
    expect(toMoveRequest({ ...later, itemId: 'job' }, index, true).atAt).toEqual(
      new Date(at('07:10')),
    );
  });

  it('leaves out what stays', () => {
    const other = { ...nothing, itemId: 'load', vehicleId: 'truck-2' };

    expect(toMoveRequest(other, index, false)).toEqual({
      itemId: 'load',
      isTrial: false,
      vehicleId: 'truck-2',
    });
  });
});
