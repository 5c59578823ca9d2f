import { fitLoads, type FittedLoad } from './fit-loads.js';

const load = (id: string, plannedM3: number, state: FittedLoad['state'] = 'planned') => ({
  id,
  plannedM3,
  state,
  kind: 'concrete' as const,
});

describe('fitting loads to another volume', () => {
  it('drops the last loads and shortens the one before them', () => {
    const fit = fitLoads([load('a', 12), load('b', 12), load('c', 6)], 20);

    expect(fit).toMatchObject({ ok: true, droppedIds: ['c'], addedM3: 0 });
    expect(fit.ok && [...fit.resized]).toEqual([['b', 8]]);
  });

  it('never touches what trucks have begun on', () => {
    const loads = [load('a', 12, 'delivered'), load('b', 12, 'on_trip'), load('c', 12, 'released')];

    expect(fitLoads(loads, 24)).toMatchObject({ ok: true, droppedIds: ['c'] });
    expect(fitLoads(loads, 23)).toEqual({ ok: false, begunM3: 24 });
  });

  it('wants more where there is less', () => {
    expect(fitLoads([load('a', 12)], 30)).toMatchObject({
      ok: true,
      droppedIds: [],
      addedM3: 18,
    });
  });

  it('counts neither mortar nor what was dropped', () => {
    const mortar = { ...load('m', 1, 'on_trip'), kind: 'priming_mortar' as const };

    expect(fitLoads([mortar, load('x', 9, 'dropped'), load('a', 12)], 12)).toMatchObject({
      ok: true,
      droppedIds: [],
      addedM3: 0,
    });
  });
});
