import { addMinutes } from '@tongyun/kernel';
import { type ReviewedLoad, reviewLoads } from './review-loads.js';

const AT = new Date('2026-05-01T00:00:00Z');
const after = (min: number) => addMinutes(AT, min);

/** Loads four minutes late, drives five longer, waits three longer, discharges ten longer. */
const aLoad = (change: Partial<ReviewedLoad> = {}): ReviewedLoad => ({
  operatingOn: '2026-05-01',
  plantId: 'north',
  plantName: '北站',
  siteId: 'tower',
  siteName: '一号楼',
  dueAt: after(28),
  loadStartAt: after(4),
  leftPlantAt: after(13),
  arrivedAt: after(38),
  unloadStartAt: after(48),
  unloadEndAt: after(78),
  roadKm: 10,
  drivenKm: 12,
  planned: {
    loadFromAt: AT,
    loadToAt: after(8),
    arriveAt: after(28),
    dischargeFromAt: after(30),
    dischargeToAt: after(55),
    waitingMin: 5,
  },
  ...change,
});

describe('planned against real', () => {
  it('compares each step of a load, and how far it drove', () => {
    expect(reviewLoads([aLoad()], 'plant', 30)).toEqual([
      {
        id: 'north',
        name: '北站',
        loads: 1,
        plannedLoads: 1,
        loadStartLateMin: 4,
        loadingMin: { planned: 8, real: 9, loads: 1 },
        travelMin: { planned: 20, real: 25, loads: 1 },
        waitingMin: { planned: 7, real: 10, loads: 1 },
        dischargeMin: { planned: 20, real: 30, loads: 1 },
        onTimePct: 100,
        haulKm: { planned: 10, real: 12, loads: 1 },
      },
    ]);
  });

  it('takes for each figure only the loads of which both sides are known', () => {
    const unplanned = aLoad({ planned: null, drivenKm: null });
    const untimed = aLoad({ arrivedAt: null });

    const [row] = reviewLoads([aLoad(), unplanned, untimed], 'plant', 30);

    expect(row).toMatchObject({ loads: 3, plannedLoads: 2, haulKm: { loads: 2 } });
    expect(row!.travelMin).toMatchObject({ loads: 1 });
    expect(row!.loadingMin).toMatchObject({ loads: 2 });
  });

  it('says nothing where there is nothing to compare', () => {
    const bare = aLoad({ planned: null, arrivedAt: null, drivenKm: null });

    expect(reviewLoads([bare], 'plant', 30)).toMatchObject([
      { loadStartLateMin: null, travelMin: null, onTimePct: null, haulKm: null },
    ]);
    expect(reviewLoads([], 'plant', 30)).toEqual([]);
  });

  it.each([
    { lateFromMin: 10, onTimePct: 100 },
    { lateFromMin: 9, onTimePct: 0 },
  ])('is on time within $lateFromMin minutes: $onTimePct %', ({ lateFromMin, onTimePct }) => {
    expect(reviewLoads([aLoad()], 'plant', lateFromMin)).toMatchObject([{ onTimePct }]);
  });

  it('is put together by plant, site or day', () => {
    const loads = [
      aLoad(),
      aLoad({ siteId: 'bridge', siteName: '大桥' }),
      aLoad({ operatingOn: '2026-05-02' }),
    ];
    const countsBy = (by: 'plant' | 'site' | 'day') =>
      Object.fromEntries(reviewLoads(loads, by, 30).map(({ name, loads: count }) => [name, count]));

    expect(countsBy('plant')).toEqual({ 北站: 3 });
    expect(countsBy('site')).toEqual({ 一号楼: 2, 大桥: 1 });
    expect(countsBy('day')).toEqual({ '2026-05-01': 2, '2026-05-02': 1 });
  });

  it('is not carried away by one truck that broke down', () => {
    const broken = aLoad({ arrivedAt: after(400) });

    const [row] = reviewLoads([aLoad(), aLoad(), broken], 'plant', 30);

    expect(row!.travelMin).toMatchObject({ planned: 20, real: 25 });
  });
});
