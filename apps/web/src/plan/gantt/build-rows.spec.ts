import { aLoad, anOrder, aPlan, aPumpJob, at, aVehicle } from '../example-plan.js';
import { indexPlan } from '../plan-index.js';
import type { RowKind } from '../row-kind.js';
import { buildRows } from './build-rows.js';

const plan = aPlan({
  loads: [
    aLoad('second', '08:00', { loadNo: 2, vehicleId: 'truck-2' }),
    aLoad('third', '10:00', { loadNo: 3, vehicleId: 'truck-2', isPinned: true }),
    aLoad('first', '07:50', { vehicleId: 'truck-2', loadNo: 1, state: 'released' }),
  ],
  pumpJobs: [aPumpJob('job')],
  orders: [
    anOrder('order-2', { firstOnSiteAt: at('15:00') }),
    anOrder('order-1', { firstOnSiteAt: at('08:30') }),
  ],
});
const rowsOf = (kind: RowKind) => buildRows(plan, indexPlan(plan), kind);

describe('the chart’s rows', () => {
  it('are the mixers, who works first before who is idle', () => {
    expect(rowsOf('trucks').map(({ id }) => id)).toEqual(['truck-2', 'truck-1']);
  });

  it('show a load’s stages without a hole, from loading to back at the plant', () => {
    const [bar] = rowsOf('trucks')[0]!.bars;

    expect(bar).toMatchObject({ id: 'first', state: 'released', label: '1 一号工地' });
    expect(bar!.spans.map(({ part }) => part)).toEqual([
      'load',
      'travel',
      'discharge',
      'wait',
      'return',
    ]);
    expect(bar!.spans.slice(1).map(({ fromMs }) => fromMs)).toEqual(
      bar!.spans.slice(0, -1).map(({ toMs }) => toMs),
    );
  });

  it('stack what overlaps, and show a truck as out of use off its duty', () => {
    const [row] = rowsOf('trucks');

    expect(row!.bars.map(({ id, lane }) => [id, lane])).toEqual([
      ['first', 0],
      ['second', 1],
      ['third', 0],
    ]);
    expect(row!.lanes).toBe(2);
    expect(row!.closed[0]!.toMs).toBe(Date.parse(at('05:00')));
  });

  it('are the lines, each with the loading alone', () => {
    const [line] = rowsOf('lines');

    expect(line!.bars).toHaveLength(3);
    expect(line!.bars[0]).toMatchObject({ label: 'truck-2', spans: [{ part: 'load' }] });
  });

  it('are the pumps, from departure to the end of washing', () => {
    const [pump] = rowsOf('pumps');

    expect(pump!.bars[0]!.spans.map(({ part }) => part)).toEqual(['set_up', 'pump', 'wash']);
  });

  it('show what a pump did until another took over from it', () => {
    const run = {
      id: 'run',
      orderId: 'order-1',
      vehicleId: 'pump-2',
      driverId: 'driver-8',
      stages: [
        { stage: 'travelling' as const, at: at('06:00') },
        { stage: 'setting_up' as const, at: at('06:30') },
        { stage: 'pumping' as const, at: at('08:30') },
      ],
      givenOnAt: at('09:15'),
    };
    const left = { ...run, id: 'left', stages: [{ stage: 'left' as const, at: at('09:00') }] };
    const vehicles = [...plan.vehicles, aVehicle('pump-2', { kind: 'boom_pump' })];
    const taken = { ...plan, vehicles, pumpRuns: [run, left] };
    const barsIn = (kind: RowKind, rowId: string) =>
      buildRows(taken, indexPlan(taken), kind)
        .find(({ id }) => id === rowId)!
        .bars.filter((bar) => bar.kind === 'pump_run');

    expect(barsIn('pumps', 'pump-2')).toMatchObject([
      {
        id: 'run',
        state: 'done',
        label: '一号工地',
        spans: [
          { part: 'set_up', fromMs: Date.parse(at('06:00')) },
          { part: 'set_up', fromMs: Date.parse(at('06:30')) },
          { part: 'pump', fromMs: Date.parse(at('08:30')), toMs: Date.parse(at('09:15')) },
        ],
      },
    ]);
    expect(barsIn('sites', 'order-1')).toMatchObject([{ id: 'run', label: 'pump-2' }]);
  });

  it('are the sites by when they want concrete, served or not', () => {
    const [served, unserved] = rowsOf('sites');

    expect(served).toMatchObject({ id: 'order-1', wantedMs: Date.parse(at('08:30')) });
    expect(served!.bars.map(({ kind }) => kind)).toContain('pump_job');
    expect(unserved).toMatchObject({ id: 'order-2', bars: [], lanes: 1 });
  });
});
