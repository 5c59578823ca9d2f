import { aDay, anOrder, aPump, aTruck, hours } from '../../../../../test/support/a-day.js';
import { DayState, type DayProblem, explainUnserved } from '../index.js';

const explain = (day: DayProblem) => explainUnserved(new DayState(day), 0);

describe('why an order is not served', () => {
  it('says nothing when it can be', () => {
    const state = new DayState(aDay());

    expect(explainUnserved(state, 0)).toBeNull();
    expect(state.plan()).toEqual({ loads: [], pumpJobs: [] });
  });

  it('names the rule that stands in the way of every truck', () => {
    const day = aDay({
      trucks: [aTruck({ zoneSpans: [[hours(9, 12)]] }), aTruck({ zoneSpans: [[]] })],
      orders: [anOrder({ volumeM3: 5, zone: 0 })],
    });

    expect(explain(day)).toMatchObject({ lacks: 'load', loadsPlaced: 0 });
    expect(Object.keys(explain(day)!.codes)).toEqual(['pass_hours']);
  });

  it('says how far a pour would come before it breaks off', () => {
    const day = aDay({ trucks: [aTruck()], orders: [anOrder({ volumeM3: 30, gapMaxSec: 600 })] });

    expect(explain(day)).toMatchObject({ lacks: 'load', loadsPlaced: 1 });
  });

  it.each([
    { why: 'closes before the pour could end', open: hours(0, 3.5), loadsPlaced: 1 },
    { why: 'closes before it could begin', open: hours(0, 3), loadsPlaced: 0 },
    { why: 'opens after it has to begin', open: hours(5, 24), loadsPlaced: 0 },
  ])('names the hours of a site that $why', ({ open, loadsPlaced }) => {
    const found = explain(aDay({ orders: [anOrder({ open })] }))!;

    expect(found).toMatchObject({ lacks: 'load', loadsPlaced });
    expect(Object.keys(found.codes)).toEqual(['site_hours']);
  });

  it('names what keeps the pumps away', () => {
    const day = aDay({
      pumps: [aPump({ reachM: 30 })],
      orders: [anOrder({ pumps: 1, reachM: 42 })],
    });

    expect(explain(day)).toMatchObject({ lacks: 'pump', codes: { pump_reach: 1 } });
  });

  it.each([
    { why: 'both come in time', duty: hours(0, 20), codes: null },
    { why: 'the second comes when it is too old', duty: hours(6, 20), codes: { concrete_age: 1 } },
    { why: 'the second may not come', duty: hours(0, 3.5), codes: { pump_duty: 1 } },
  ])('names the age of what waits for its pumps: $why', ({ duty, codes }) => {
    const loaded = { truck: 0, plant: 0, line: 0, place: 0, m3: 10, refusedM3: 0 };
    const times = {
      loadFromSec: 10_000,
      loadToSec: 10_500,
      arriveSec: 11_700,
      dischargeFromSec: 11_700,
      dischargeToSec: 12_600,
      leaveSec: 12_800,
    };
    const day = aDay({
      nowSec: 10_800,
      pumps: [aPump(), aPump({ duty })],
      orders: [
        anOrder({
          volumeM3: 10,
          pumps: 2,
          started: [{ ...loaded, ...times, kind: 'concrete' }],
        }),
      ],
    });

    expect(explain(day)?.codes ?? null).toEqual(codes);
  });
});
