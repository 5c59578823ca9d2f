import type { BesideOrderRow, DayLoadRow } from '@tongyun/deliveries';
import { findBeside } from './find-beside.js';
import type { ContentLoad } from './plan-content.js';

const at = (clock: string) => new Date(`2026-05-04T${clock}:00Z`);
const order = {
  orderId: 'mine',
  otherOrderId: 'theirs',
  enterpriseId: 'others',
  isOfPour: true,
  plannedM3: 20,
  rateM3PerHour: 40,
} as unknown as BesideOrderRow;
const planned = (id: string, from: string, to: string): ContentLoad =>
  ({
    id,
    orderId: 'theirs',
    kind: 'concrete',
    m3: 10,
    place: 1,
    dischargeFromAt: at(from).toISOString(),
    dischargeToAt: at(to).toISOString(),
  }) as ContentLoad;
const row = (given: Partial<DayLoadRow>): DayLoadRow =>
  ({
    orderId: 'theirs',
    kind: 'concrete',
    plannedM3: 10,
    batchedM3: null,
    state: 'planned',
    endsAt: null,
    arrivedAt: null,
    unloadStartAt: null,
    unloadEndAt: null,
    ...given,
  }) as DayLoadRow;
const plan = {
  loads: [planned('first', '08:00', '08:20'), planned('second', '08:40', '09:00')],
};
const found = (loads: readonly DayLoadRow[], content = plan) =>
  findBeside({ orders: [order], loads }, new Map([['others', content]]))[0]!;
const hours = ({ discharges }: ReturnType<typeof found>) =>
  discharges.map(({ place, from, to }) => [
    place,
    from.toISOString().slice(11, 16),
    to.toISOString().slice(11, 16),
  ]);

describe('what others have at a site', () => {
  it('is what their plan says, before anybody was told', () => {
    const theirs = found([row({ id: 'first' }), row({ id: 'second' })]);

    expect(hours(theirs)).toEqual([
      [1, '08:00', '08:20'],
      [1, '08:40', '09:00'],
    ]);
    expect(theirs.isKnown).toBe(true);
  });

  it('is what really happens, once it has begun', () => {
    const late = row({ id: 'first', state: 'on_trip', arrivedAt: at('08:10') });
    const done = { state: 'delivered' as const, unloadStartAt: at('08:05') };

    expect(hours(found([late]))[0]).toEqual([1, '08:10', '08:30']);
    expect(hours(found([row({ ...late, ...done })]))[0]).toEqual([1, '08:05', '08:25']);
    expect(hours(found([row({ ...late, ...done, unloadEndAt: at('08:15') })]))[0]).toEqual([
      1,
      '08:05',
      '08:15',
    ]);
  });

  it('is what drivers were told by hand, where no plan says otherwise', () => {
    const told = row({ id: 'by hand', state: 'released', endsAt: at('10:00') });

    expect(hours(found([told], { loads: [] }))).toEqual([[0, '09:45', '10:00']]);
    expect(hours(found([row({ ...told, id: 'first' })]))[0]).toEqual([1, '08:00', '08:20']);
  });

  it.each([
    { plannedM3: 20, isKnown: true, why: 'all of it' },
    { plannedM3: 20.9, isKnown: true, why: 'all but a little' },
    { plannedM3: 32, isKnown: false, why: 'a part of it' },
  ])('is known ($isKnown) where the plan brings $why', ({ plannedM3, isKnown }) => {
    const beside = findBeside(
      { orders: [{ ...order, plannedM3 }], loads: [] },
      new Map([['others', plan]]),
    );

    expect(beside[0]!.isKnown).toBe(isKnown);
  });

  it('is not known of who has not planned', () => {
    const beside = findBeside({ orders: [order], loads: [] }, new Map());

    expect(beside[0]).toMatchObject({ isKnown: false, discharges: [] });
  });
});
