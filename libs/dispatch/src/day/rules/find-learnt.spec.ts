import { findLearnt } from './find-learnt.js';
import type { ContentEvent } from './plan-content.js';

const said = (at: string) => ({ at: `2026-11-24T${at}:00Z`, reason: '李工' });
const grown = (at: string, to: number): ContentEvent => ({
  ...said(at),
  kind: 'order_grown',
  orderId: 'order',
  from: 12,
  to,
});
const down: ContentEvent = {
  ...said('08:00'),
  kind: 'truck_down',
  vehicleId: 'truck',
  until: null,
};
const refused: ContentEvent = {
  ...said('08:10'),
  kind: 'driver_refused',
  driverId: 'driver',
  codes: ['untrained_safety'],
};

describe('findLearnt', () => {
  it('finds what the product heard of since, and nothing that somebody told it', () => {
    const before = { events: [grown('07:00', 24)] };
    const now = { events: [grown('07:00', 24), down, refused, grown('08:20', 36)] };

    expect(findLearnt(before, now)).toEqual([refused, grown('08:20', 36)]);
  });

  it('knows an event again when its fields are stored in another sequence', () => {
    const stored = Object.fromEntries(Object.entries(refused).toReversed()) as ContentEvent;

    expect(findLearnt({ events: [stored] }, { events: [refused] })).toEqual([]);
  });
});
