import type { OrderId } from '@tongyun/kernel';
import { isNewsTo } from './is-news-to.js';

const id = 'order-1' as OrderId;
const want = {
  orderId: id,
  m3: 40,
  rateM3PerHour: 20,
  isWaiting: false,
  isUncalled: false,
  refusedM3: 8,
  divertedM3: 3,
  quotas: [{ plantId: 'plant-2', quotaM3: 10 }],
};
const order = { id, plannedM3: 40, rateM3PerHour: 20, state: 'firm' as const };

describe('isNewsTo', () => {
  it.each([
    { why: 'it is as it was planned', now: order, isNews: false },
    { why: 'drivers were told', now: { ...order, state: 'pouring' as const }, isNews: false },
    { why: 'it has grown', now: { ...order, plannedM3: 48 }, isNews: true },
    { why: 'it wants another pace', now: { ...order, rateM3PerHour: 30 }, isNews: true },
    { why: 'it waits', now: { ...order, state: 'on_hold' as const }, isNews: true },
    { why: 'it was cancelled', now: { ...order, state: 'cancelled' as const }, isNews: true },
  ])('is $isNews of an order that the plan knows when $why', ({ now, isNews }) => {
    expect(isNewsTo([want], now)).toBe(isNews);
  });

  it.each([
    { state: 'firm' as const, isNews: true },
    { state: 'will_call' as const, isNews: true },
    { state: 'draft' as const, isNews: false },
    { state: 'cancelled' as const, isNews: false },
  ])('is $isNews of a $state order that the plan does not know', ({ state, isNews }) => {
    expect(isNewsTo([{ ...want, orderId: 'another' }], { ...order, state })).toBe(isNews);
  });
});
