import type { OrderId, PlantId } from '@tongyun/kernel';
import { aLoadRow } from '../../../../../test/support/a-load-row.js';
import { aReturnRow } from '../../../../../test/support/a-return-row.js';
import { findOrderChanges, wantsOf } from './find-order-changes.js';

const order = {
  id: 'order' as OrderId,
  plannedM3: 36,
  rateM3PerHour: 30,
  state: 'released' as const,
  divertedM3: 0,
  plantQuotas: [],
};
const planned = wantsOf({ orders: [order], loads: [], returns: [] });
const said = { at: '2026-11-24T08:00:00Z', reason: '李工' };

describe('findOrderChanges', () => {
  it('finds nothing when all is as it was planned', () => {
    expect(findOrderChanges(planned, { orders: [order], loads: [], returns: [] }, said)).toEqual(
      [],
    );
  });

  it.each([
    { given: { plannedM3: 44 }, is: { kind: 'order_grown', from: 36, to: 44 } },
    { given: { plannedM3: 20 }, is: { kind: 'order_cut', from: 36, to: 20 } },
    { given: { plannedM3: 36.01 }, is: { kind: 'order_grown', from: 36, to: 36.01 } },
    { given: { rateM3PerHour: 18 }, is: { kind: 'order_paced', from: 30, to: 18 } },
    { given: { state: 'on_hold' as const }, is: { kind: 'order_held' } },
    { given: { state: 'will_call' as const }, is: { kind: 'order_held' } },
    { given: { divertedM3: 8 }, is: { kind: 'order_diverted', from: 0, to: 8 } },
    {
      given: { plantQuotas: [{ plantId: 'second' as PlantId, quotaM3: 12 }] },
      is: { kind: 'order_quotas' },
    },
  ])('finds $is.kind', ({ given, is }) => {
    const orders = [{ ...order, ...given }];

    expect(findOrderChanges(planned, { orders, loads: [], returns: [] }, said)).toEqual([
      { ...said, orderId: 'order', ...is },
    ]);
  });

  it('finds that a call came, and nothing of what older plans did not keep', () => {
    const waited = wantsOf({
      orders: [{ ...order, state: 'will_call' }],
      loads: [],
      returns: [],
    });
    const [{ isUncalled: _was, divertedM3: _had, quotas: _of, ...older }] = planned as [
      (typeof planned)[number],
    ];
    const now = { orders: [{ ...order, divertedM3: 8 }], loads: [], returns: [] };

    expect(
      findOrderChanges(waited, { orders: [order], loads: [], returns: [] }, said),
    ).toMatchObject([{ kind: 'order_called' }]);
    expect(findOrderChanges([older], now, said)).toEqual([]);
  });

  it('finds both when an order asks for more and slower', () => {
    const orders = [{ ...order, plannedM3: 40, rateM3PerHour: 20 }];

    const found = findOrderChanges(planned, { orders, loads: [], returns: [] }, said);

    expect(found.map(({ kind }) => kind)).toEqual(['order_grown', 'order_paced']);
  });

  it('finds what goes on, what came and what went', () => {
    const held = [{ ...planned[0]!, isWaiting: true }];
    const other = { ...order, id: 'other' as OrderId };

    expect(findOrderChanges(held, { orders: [order], loads: [], returns: [] }, said)).toMatchObject(
      [{ kind: 'order_resumed' }],
    );
    expect(
      findOrderChanges(planned, { orders: [other], loads: [], returns: [] }, said),
    ).toMatchObject([
      { kind: 'order_added', orderId: 'other' },
      { kind: 'order_cancelled', orderId: 'order' },
    ]);
  });

  it('finds what a site refused when it signed', () => {
    const signed = { state: 'returned_part', refusedM3: 3, undeliveredM3: 3 } as const;
    const loads = [aLoadRow({ orderId: order.id, ...signed })];

    expect(findOrderChanges(planned, { orders: [order], loads, returns: [] }, said)).toMatchObject([
      { kind: 'order_refused', from: 0, to: 3 },
    ]);
  });

  it('finds what a site refused whole, whose load is planned again', () => {
    const loads = [aLoadRow({ orderId: order.id })];
    const returns = [aReturnRow({ orderId: order.id, carriedM3: 8 })];

    expect(findOrderChanges(planned, { orders: [order], loads, returns }, said)).toMatchObject([
      { kind: 'order_refused', from: 0, to: 8 },
    ]);
  });
});
