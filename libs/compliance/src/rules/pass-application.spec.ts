import {
  afterApproval,
  type Applicant,
  dueStepOf,
  judgeApplicant,
  stageOf,
  type SteppedApplication,
} from './pass-application.js';

const now = new Date('2026-11-23T02:00:00Z');
const demands = {
  terminalHeardWithinHours: 72,
  mustTerminalBeRegistered: true,
  trainedDriversMin: 2,
};
const applicant = (change: Partial<Applicant> = {}): Applicant => ({
  registrationState: 'registered',
  isHolderBarred: false,
  terminalHeardAt: new Date('2026-11-22T02:00:00Z'),
  isTerminalRegistered: true,
  trainedDrivers: 2,
  ...change,
});

describe('who applies for a pass', () => {
  it.each([
    { why: 'all in order', change: {}, code: null },
    { why: 'draft', change: { registrationState: 'draft' }, code: 'VEHICLE_NOT_REGISTERED' },
    {
      why: 'suspended',
      change: { registrationState: 'suspended' },
      code: 'VEHICLE_NOT_REGISTERED',
    },
    {
      why: 'barred from business',
      change: { isHolderBarred: true },
      code: 'PASS_ENTERPRISE_BARRED',
    },
    {
      why: 'heard of just in time',
      change: { terminalHeardAt: new Date('2026-11-20T02:00:00Z') },
      code: null,
    },
    {
      why: 'heard of too long ago',
      change: { terminalHeardAt: new Date('2026-11-20T01:59:59Z') },
      code: 'PASS_TERMINAL_NOT_CONNECTED',
    },
    { why: 'no terminal', change: { terminalHeardAt: null }, code: 'PASS_TERMINAL_NOT_CONNECTED' },
    {
      why: 'a terminal that is not registered',
      change: { isTerminalRegistered: false },
      code: 'PASS_TERMINAL_NOT_REGISTERED',
    },
    { why: 'too few drivers', change: { trainedDrivers: 1 }, code: 'PASS_DRIVERS_MISSING' },
  ])('is judged by registration, standing, terminal and drivers: $why', ({ change, code }) => {
    const verdict = judgeApplicant(applicant(change), demands, now);

    expect(verdict.ok ? null : verdict.code).toBe(code);
  });

  it('needs neither terminal nor drivers where the policy does not ask', () => {
    const nothing = {
      terminalHeardWithinHours: null,
      mustTerminalBeRegistered: false,
      trainedDriversMin: 0,
    };
    const bare = applicant({
      terminalHeardAt: null,
      isTerminalRegistered: false,
      trainedDrivers: 0,
    });

    expect(judgeApplicant(bare, nothing, now)).toEqual({ ok: true });
  });
});

describe('the steps of an application', () => {
  const application: SteppedApplication = {
    state: 'pending',
    steps: ['concrete_admin', 'police'],
    approved: 0,
  };

  it('are approved one after the other, the last one granting it', () => {
    const checked = { ...application, ...afterApproval(application) };

    expect(stageOf(application)).toBe('at_concrete_admin');
    expect(dueStepOf(checked)).toBe('police');
    expect(stageOf({ ...checked, ...afterApproval(checked) })).toBe('granted');
  });

  it('are due no more once it is settled', () => {
    expect(dueStepOf({ ...application, state: 'refused' })).toBeNull();
    expect(stageOf({ ...application, state: 'withdrawn' })).toBe('withdrawn');
  });
});
