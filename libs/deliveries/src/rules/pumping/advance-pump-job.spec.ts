import type { StageEvidence } from '../stages.js';
import { advancePumpJob, type PumpFact, type PumpProgress } from './advance-pump-job.js';
import type { PumpStage } from './pump-stages.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const ASSIGNED = at('06:00');
const RELEASED: PumpProgress = { state: 'released', stageEvidence: {} };

const says = (stage: PumpStage, clock: string, evidence: StageEvidence = 'claim'): PumpFact => ({
  stage,
  at: at(clock),
  evidence,
});

const after = (...facts: readonly PumpFact[]): PumpProgress =>
  facts.reduce((job, fact) => {
    const verdict = advancePumpJob(job, fact, ASSIGNED);
    return verdict.outcome === 'applied' ? verdict.job : job;
  }, RELEASED);

describe('advancePumpJob', () => {
  it('runs from setting out to leaving the site, each stage at its own time', () => {
    const job = after(
      says('travelling', '06:30'),
      says('setting_up', '07:00'),
      says('ready', '07:40'),
      says('pumping', '08:00'),
      says('washing', '11:00'),
      says('left', '11:30'),
    );

    expect(job.state).toBe('left');
    expect(job.stageEvidence.ready).toEqual({ at: at('07:40').toISOString(), evidence: 'claim' });
  });

  it('comes to the same whatever order the taps of a phone without signal arrive in', () => {
    const taps = [says('travelling', '06:30'), says('setting_up', '07:00'), says('ready', '07:40')];

    expect(after(...taps.toReversed())).toEqual(after(...taps));
  });

  it('takes the fence’s time over the operator’s, and keeps it', () => {
    const job = after(says('setting_up', '07:05'), says('setting_up', '07:00', 'geofence'));

    expect(job.stageEvidence.setting_up?.at).toBe(at('07:00').toISOString());
    expect(advancePumpJob(job, says('setting_up', '07:10'), ASSIGNED)).toEqual({ outcome: 'kept' });
  });

  it.each<[string, PumpProgress, PumpFact, Date | null, string]>([
    [
      'a fence that says the boom is up',
      RELEASED,
      says('ready', '07:00', 'geofence'),
      ASSIGNED,
      'stage_needs_other_evidence',
    ],
    [
      'a job that was taken back',
      { state: 'planned', stageEvidence: {} },
      says('travelling', '06:30'),
      null,
      'pump_job_not_released',
    ],
    [
      'a tap from before the pump was given the job',
      RELEASED,
      says('travelling', '04:30'),
      ASSIGNED,
      'before_assignment',
    ],
    [
      'a pump ready before it came',
      after(says('setting_up', '07:00')),
      says('ready', '06:50'),
      ASSIGNED,
      'out_of_order',
    ],
    [
      'a pump that came after it was ready',
      after(says('ready', '07:40')),
      says('setting_up', '07:50'),
      ASSIGNED,
      'out_of_order',
    ],
  ])('leaves to people %s', (_what, job, fact, assignedAt, why) => {
    expect(advancePumpJob(job, fact, assignedAt)).toEqual({ outcome: 'to_settle', why });
  });
});
