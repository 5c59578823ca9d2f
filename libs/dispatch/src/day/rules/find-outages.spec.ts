import { findOutages } from './find-outages.js';
import type { ContentEvent } from './plan-content.js';

const at = (clock: string): string => `2026-11-30T${clock}:00.000Z`;
const down = (clock: string, until: string | null, vehicleId = 'it'): ContentEvent => ({
  kind: 'truck_down',
  vehicleId,
  at: at(clock),
  until: until && at(until),
  reason: 'engine',
});
const up = (clock: string, from = clock, vehicleId = 'it'): ContentEvent => ({
  kind: 'truck_up',
  vehicleId,
  at: at(clock),
  from: at(from),
  reason: 'mended',
});
const endsOf = (...events: readonly ContentEvent[]) =>
  findOutages(events).map(({ until }) => until && until.slice(11, 16));

describe('an outage', () => {
  it.each([
    { why: 'nobody said when it ends', events: [down('06:00', null)], ends: [null] },
    { why: 'it lasts as was said', events: [down('06:00', '09:00')], ends: ['09:00'] },
    { why: 'it is mended', events: [down('06:00', null), up('08:00')], ends: ['08:00'] },
    { why: 'it will be', events: [down('06:00', null), up('08:00', '10:00')], ends: ['10:00'] },
    { why: 'it is mended sooner', events: [down('06:00', '09:00'), up('08:00')], ends: ['08:00'] },
    {
      why: 'it takes longer',
      events: [down('06:00', '09:00'), up('08:00', '10:00')],
      ends: ['10:00'],
    },
    {
      why: 'the last word counts',
      events: [down('06:00', null), up('07:00', '10:00'), up('08:00', '09:00')],
      ends: ['09:00'],
    },
    { why: 'it was over already', events: [down('06:00', '07:00'), up('08:00')], ends: ['07:00'] },
    { why: 'it never was', events: [down('06:00', null), up('06:30', '05:00')], ends: ['06:00'] },
    {
      why: 'another is mended',
      events: [down('06:00', null), up('08:00', '08:00', 'other')],
      ends: [null],
    },
    {
      why: 'it breaks down again',
      events: [down('06:00', null), up('08:00'), down('09:00', null)],
      ends: ['08:00', null],
    },
  ])('ends at $ends when $why', ({ events, ends }) => {
    expect(endsOf(...events)).toEqual(ends);
  });

  it('is of a truck, pump or line', () => {
    const said = { at: at('06:00'), until: null, reason: 'power' };
    const events: ContentEvent[] = [
      { ...said, kind: 'line_down', lineId: 'line' },
      { ...said, kind: 'pump_down', vehicleId: 'pump' },
      { at: at('07:00'), from: at('07:00'), reason: 'power', kind: 'line_up', lineId: 'line' },
    ];

    expect(findOutages(events)).toMatchObject([
      { itemId: 'line', until: at('07:00') },
      { itemId: 'pump', until: null },
    ]);
  });
});
