import type { DayFacts } from './day-facts.js';
import { findLatePumps, findPumpLate, isLateAlarm, isStillToLeave } from './late-pumps.js';
import type { ContentEvent } from './plan-content.js';

const late = { vehicleId: 'pump', orderId: 'order', alertId: 'alert', at: '2026-11-30T06:00:00Z' };
const told: ContentEvent = { ...late, kind: 'pump_late', reason: '浙A12345' };
const vehicles = [{ id: 'pump', plateNo: '浙A12345', fleetNo: null }];
type Job = DayFacts['pumpJobs'][number];
const job = (change: Partial<Job> = {}): Job =>
  ({ orderId: 'order', vehicleId: 'pump', state: 'released', stageEvidence: {}, ...change }) as Job;
const seen = { at: '2026-11-30T06:10:00Z', evidence: 'claim' } as const;

const newsOf = (given: Job, events: readonly ContentEvent[] = []) =>
  findPumpLate({ pumpJobs: [given], vehicles } as unknown as DayFacts, { events }, late);

describe('a late pump', () => {
  it('is news to its plan once an episode', () => {
    expect(newsOf(job())).toEqual([told]);
    expect(newsOf(job(), [told])).toEqual([]);
    expect(newsOf(job(), [{ ...told, alertId: 'earlier' }])).toEqual([told]);
  });

  it.each([
    { given: job({ orderId: 'another' as Job['orderId'] }), why: 'serves another order by now' },
    { given: job({ vehicleId: null }), why: 'was taken off the job' },
    { given: job({ state: 'pumping', stageEvidence: { pumping: seen } }), why: 'pumps already' },
  ])('is no news where it $why', ({ given }) => {
    expect(newsOf(given)).toEqual([]);
  });

  it.each([
    { lateAlertId: 'alert', events: [], news: [told] },
    { lateAlertId: 'alert', events: [told], news: [] },
    { lateAlertId: null, events: [], news: [] },
  ])('is in a plan from the beginning when its alarm goes on by then', (given) => {
    const { vehicleId, orderId, at } = late;
    const facts = {
      now: new Date(at),
      pumpJobs: [job()],
      pumpsNow: [{ vehicleId, orderId, lateAlertId: given.lateAlertId }],
      vehicles,
    } as unknown as DayFacts;

    const found = findLatePumps(facts, { events: given.events });

    expect(found).toEqual(given.news.map((event) => ({ ...event, at: facts.now.toISOString() })));
  });

  it.each([
    { alarm: { code: 'pump_overdue', state: 'handling', endedAt: null }, isLate: true },
    { alarm: { code: 'pump_overdue', state: 'false_alarm', endedAt: null }, isLate: false },
    { alarm: { code: 'pump_not_departed', state: 'open', endedAt: late.at }, isLate: false },
    { alarm: { code: 'overspeed', state: 'open', endedAt: null }, isLate: false },
  ])('is said by $alarm.code that is $alarm.state: $isLate', ({ alarm, isLate }) => {
    expect(isLateAlarm(alarm)).toBe(isLate);
  });

  it('is still to leave until somebody has seen it go', () => {
    expect(isStillToLeave([], job())).toBe(false);
    expect(isStillToLeave([told], job())).toBe(true);
    expect(isStillToLeave([told], job({ state: 'travelling' }))).toBe(false);
  });
});
