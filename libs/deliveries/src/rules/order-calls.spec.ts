import { type CalledLoad, endWithNext, respaceLoads } from './order-calls.js';

const at = (clock: string): Date => new Date(`2026-11-30T${clock}:00Z`);
const load = (loadNo: number, clock: string, state: CalledLoad['state']): CalledLoad => ({
  id: `load ${loadNo}`,
  loadNo,
  kind: 'concrete',
  plannedM3: 12,
  dueAt: at(clock),
  state,
});
const pour = [
  load(1, '08:00', 'on_trip'),
  load(2, '08:20', 'released'),
  load(3, '08:40', 'planned'),
];

describe('a slower pour', () => {
  it('has its open loads follow the last that has begun, at the new rate', () => {
    expect([...respaceLoads(pour, 18)]).toEqual([
      ['load 2', at('08:40')],
      ['load 3', at('09:20')],
    ]);
  });

  it('changes nothing at the rate it had', () => {
    expect(respaceLoads(pour, 36).size).toBe(0);
  });
});

describe('a last load', () => {
  it('is the next that nobody has begun on', () => {
    expect(endWithNext(pour)).toEqual({ last: pour[1], dropped: [pour[2]] });
  });

  it('is none of the mortar that has not gone yet', () => {
    const mortar: CalledLoad = { ...load(1, '07:50', 'released'), kind: 'priming_mortar' };
    const first: CalledLoad = { ...pour[0]!, state: 'planned' };

    expect(endWithNext([mortar, first, ...pour.slice(1)])).toEqual({
      last: first,
      dropped: pour.slice(1),
    });
    expect(endWithNext([mortar])).toEqual({ last: null, dropped: [] });
  });

  it('is one more when all have begun', () => {
    expect(endWithNext(pour.slice(0, 1))).toEqual({ last: null, dropped: [] });
  });
});
