import { type Role, SYSTEM_SCOPE, type UserId } from '@tongyun/kernel';
import { judgeRegistrationStep, registrationStepsOf, stepsFrom } from './registration.js';

const by = (...roles: Role[]) => ({ userId: 'someone' as UserId, roles });

describe('judgeRegistrationStep', () => {
  it.each([
    { from: 'draft', to: 'submitted', role: 'enterprise_manager' },
    { from: 'submitted', to: 'district_reviewed', role: 'district_bureau' },
    { from: 'submitted', to: 'sent_back', role: 'district_bureau' },
    { from: 'sent_back', to: 'submitted', role: 'enterprise_manager' },
    { from: 'district_reviewed', to: 'registered', role: 'concrete_admin' },
    { from: 'registered', to: 'suspended', role: 'district_bureau' },
    { from: 'suspended', to: 'registered', role: 'concrete_admin' },
    { from: 'registered', to: 'cancelled', role: 'concrete_admin' },
    { from: 'cancelled', to: 'submitted', role: 'enterprise_manager' },
    { from: 'submitted', to: 'district_reviewed', role: 'concrete_admin' },
  ] as const)('lets $role take $from to $to', ({ from, to, role }) => {
    expect(judgeRegistrationStep(from, to, by(role))).toEqual({ ok: true });
  });

  it.each([
    { from: 'district_reviewed', to: 'registered', role: 'district_bureau', why: 'the city does' },
    { from: 'submitted', to: 'district_reviewed', role: 'enterprise_manager', why: 'own papers' },
    { from: 'registered', to: 'suspended', role: 'police', why: 'they suspend passes' },
    { from: 'suspended', to: 'registered', role: 'enterprise_manager', why: 'own papers' },
  ] as const)('keeps $role from $from to $to ($why)', ({ from, to, role }) => {
    expect(judgeRegistrationStep(from, to, by(role))).toEqual({ ok: false, cause: 'not_yours' });
  });

  it.each([
    { from: 'draft', to: 'registered', why: 'nobody has reviewed it' },
    { from: 'submitted', to: 'registered', why: 'the district comes first' },
    { from: 'cancelled', to: 'registered', why: 'it starts anew' },
    { from: 'registered', to: 'registered', why: 'it is already' },
    { from: 'registered', to: 'draft', why: 'nothing leads back to a draft' },
  ] as const)('knows no step from $from to $to ($why)', ({ from, to }) => {
    const everyone = by('concrete_admin', 'district_bureau', 'enterprise_manager');

    expect(judgeRegistrationStep(from, to, everyone)).toEqual({
      ok: false,
      cause: 'no_such_step',
    });
  });

  it('lets the program itself take a step, but none that does not exist', () => {
    expect(judgeRegistrationStep('draft', 'submitted', SYSTEM_SCOPE).ok).toBe(true);
    expect(judgeRegistrationStep('draft', 'registered', SYSTEM_SCOPE).ok).toBe(false);
  });

  it('names the steps that may follow', () => {
    expect(stepsFrom('sent_back')).toEqual(['submitted', 'cancelled']);
  });
});

describe('registrationStepsOf', () => {
  it.each([
    { role: 'enterprise_manager', from: 'draft', steps: ['submitted'] },
    { role: 'enterprise_manager', from: 'submitted', steps: [] },
    { role: 'district_bureau', from: 'submitted', steps: ['district_reviewed', 'sent_back'] },
    { role: 'district_bureau', from: 'district_reviewed', steps: [] },
    {
      role: 'concrete_admin',
      from: 'district_reviewed',
      steps: ['registered', 'sent_back', 'cancelled'],
    },
    { role: 'police', from: 'registered', steps: [] },
  ] as const)('offers $role after $from: $steps', ({ role, from, steps }) => {
    expect(registrationStepsOf(from, by(role))).toEqual(steps);
  });
});
