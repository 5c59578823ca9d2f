import { DomainError } from '@tongyun/kernel';
import { aLoadRow } from '../../../../test/support/a-load-row.js';
import { assertOpen } from './assert-open.js';
import type { DayFacts } from './rules/day-facts.js';
import type { ContentLoad, ContentPumpJob } from './rules/plan-content.js';

type Job = DayFacts['pumpJobs'][number];

const departAt = '2026-11-30T06:00:00Z';
const plan = {
  loads: [{ id: 'load' } as ContentLoad],
  pumpJobs: [{ id: 'job', vehicleId: 'pump', departAt } as ContentPumpJob],
};
const day = (load: Parameters<typeof aLoadRow>[0], job: Partial<Job> = {}) => ({
  now: new Date(departAt),
  loads: [aLoadRow({ id: 'load', ...load })],
  pumpJobs: [{ id: 'job', vehicleId: 'pump', stageEvidence: {}, ...job } as Job],
});
const left = (at: string) => ({ left: { at, evidence: 'claim' as const } });

function codeOf(itemId: string, facts: ReturnType<typeof day>): string | null {
  try {
    assertOpen(facts, plan, itemId);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('an item of a plan that somebody would change', () => {
  it('has to be one of the plan', () => {
    expect(codeOf('another', day({}))).toBe('PLAN_ITEM_NOT_FOUND');
  });

  it('is no load that has begun', () => {
    expect(codeOf('load', day({ state: 'released' }))).toBeNull();
    expect(codeOf('load', day({ state: 'on_trip' }))).toBe('PLAN_ITEM_STARTED');
  });

  it('is nothing that somebody gave by hand, until its time is over', () => {
    const given = { state: 'released', isByHand: true } as const;

    expect(codeOf('load', day({ ...given, endsAt: new Date('2026-11-30T07:00:00Z') }))).toBe(
      'PLAN_ITEM_BY_HAND',
    );
    expect(codeOf('load', day({ ...given, endsAt: new Date('2026-11-30T05:00:00Z') }))).toBeNull();
    expect(codeOf('job', day({}, { ...given, endsAt: new Date('2026-11-30T07:00:00Z') }))).toBe(
      'PLAN_ITEM_BY_HAND',
    );
  });

  it.each<{ job: Partial<Job>; code: string | null }>([
    { job: { state: 'planned' }, code: null },
    { job: { state: 'released' }, code: null },
    { job: { state: 'travelling' }, code: 'PLAN_ITEM_STARTED' },
    { job: { state: 'pumping' }, code: 'PLAN_ITEM_STARTED' },
    { job: { state: 'pumping', vehicleId: 'broken' as Job['vehicleId'] }, code: null },
    {
      job: { state: 'left', stageEvidence: left('2026-11-30T09:00:00Z') },
      code: 'PLAN_ITEM_STARTED',
    },
    { job: { state: 'left', stageEvidence: left('2026-11-30T05:00:00Z') }, code: null },
  ])('is answered for a pump that is $job.state with $code', ({ job, code }) => {
    expect(codeOf('job', day({}, job))).toBe(code);
  });
});
