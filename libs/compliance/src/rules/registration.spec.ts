import { type EnterpriseId, type Role, SYSTEM_SCOPE, type UserId } from '@tongyun/kernel';
import {
  dueReviewOf,
  judgeRegistrationStep,
  mayBeCorrected,
  type RegistrationStep,
  registrationStepsOf,
  type ReviewingBody,
  stepsFrom,
} from './registration.js';

const DISTRICT_THEN_CITY: readonly ReviewingBody[] = ['district_bureau', 'concrete_admin'];
const CITY_THEN_DISTRICT: readonly ReviewingBody[] = ['concrete_admin', 'district_bureau'];

const owner = 'owner' as EnterpriseId;
const hirer = 'hirer' as EnterpriseId;

const at = (state: RegistrationStep, steps = DISTRICT_THEN_CITY) => ({
  state,
  steps,
  holderEnterpriseId: owner,
  holderDistrict: '余杭',
});
const by = (...roles: Role[]) => ({
  userId: 'someone' as UserId,
  roles,
  enterpriseIds: roles.includes('enterprise_manager') ? [owner] : ('all' as const),
  district: roles.includes('district_bureau') ? '余杭' : null,
});

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
    expect(judgeRegistrationStep(at(from), to, by(role))).toEqual({ ok: true });
  });

  it.each([
    { from: 'district_reviewed', to: 'registered', role: 'district_bureau', why: 'the city does' },
    { from: 'submitted', to: 'district_reviewed', role: 'enterprise_manager', why: 'own papers' },
    { from: 'registered', to: 'suspended', role: 'police', why: 'they suspend passes' },
    { from: 'suspended', to: 'registered', role: 'enterprise_manager', why: 'own papers' },
  ] as const)('keeps $role from $from to $to ($why)', ({ from, to, role }) => {
    expect(judgeRegistrationStep(at(from), to, by(role))).toEqual({
      ok: false,
      cause: 'not_yours',
    });
  });

  it.each([
    { from: 'draft', to: 'registered', why: 'nobody has reviewed it' },
    { from: 'submitted', to: 'registered', why: 'the district comes first' },
    { from: 'cancelled', to: 'registered', why: 'it starts anew' },
    { from: 'registered', to: 'registered', why: 'it is already' },
    { from: 'registered', to: 'draft', why: 'nothing leads back to a draft' },
  ] as const)('knows no step from $from to $to ($why)', ({ from, to }) => {
    const everyone = by('concrete_admin', 'district_bureau', 'enterprise_manager');

    expect(judgeRegistrationStep(at(from), to, everyone)).toEqual({
      ok: false,
      cause: 'no_such_step',
    });
  });

  it.each(['draft', 'sent_back', 'cancelled'] as const)(
    'keeps who hires a vehicle from submitting what its owner has as %s',
    (from) => {
      const byHirer = { ...by('enterprise_manager'), enterpriseIds: [hirer] };
      const ofNobody = { ...at(from), holderEnterpriseId: null };

      expect(judgeRegistrationStep(at(from), 'submitted', byHirer)).toEqual({
        ok: false,
        cause: 'not_yours',
      });
      expect(judgeRegistrationStep(ofNobody, 'submitted', byHirer).ok).toBe(false);
      expect(judgeRegistrationStep(ofNobody, 'submitted', by('concrete_admin')).ok).toBe(true);
    },
  );

  it('keeps a bureau from the papers of what another district’s enterprise holds', () => {
    const elsewhere = { ...at('submitted'), holderDistrict: '西湖' };
    const ofNobody = { ...at('submitted'), holderEnterpriseId: null, holderDistrict: null };
    const bureau = by('district_bureau');

    expect(registrationStepsOf(at('submitted'), bureau)).toEqual([
      'district_reviewed',
      'sent_back',
    ]);
    expect(registrationStepsOf(elsewhere, bureau)).toEqual([]);
    expect(registrationStepsOf(ofNobody, bureau)).toEqual([]);
  });

  it('lets the program itself take a step, but none that does not exist', () => {
    expect(judgeRegistrationStep(at('draft', []), 'submitted', SYSTEM_SCOPE).ok).toBe(true);
    expect(judgeRegistrationStep(at('draft', []), 'registered', SYSTEM_SCOPE).ok).toBe(false);
  });

  it('names the steps that may follow', () => {
    expect(stepsFrom(at('sent_back'))).toEqual(['submitted', 'cancelled']);
  });
});

describe('steps set by the policy', () => {
  it.each([
    { steps: ['concrete_admin'], state: 'submitted', due: 'concrete_admin', next: 'registered' },
    { steps: ['district_bureau'], state: 'submitted', due: 'district_bureau', next: 'registered' },
    {
      steps: CITY_THEN_DISTRICT,
      state: 'submitted',
      due: 'concrete_admin',
      next: 'city_reviewed',
    },
    {
      steps: CITY_THEN_DISTRICT,
      state: 'city_reviewed',
      due: 'district_bureau',
      next: 'registered',
    },
    {
      steps: DISTRICT_THEN_CITY,
      state: 'district_reviewed',
      due: 'concrete_admin',
      next: 'registered',
    },
  ] as const)('$steps: $state is reviewed by $due, then $next', ({ steps, state, due, next }) => {
    const registration = at(state, steps);

    expect(dueReviewOf(registration)).toBe(due);
    expect(registrationStepsOf(registration, by(due))).toEqual(
      expect.arrayContaining([next, 'sent_back']),
    );
    expect(stepsFrom(registration)).toEqual([next, 'sent_back', 'cancelled']);
  });

  it('let whoever registers a vehicle restore it too', () => {
    const bureau = by('district_bureau');

    expect(registrationStepsOf(at('suspended', ['district_bureau']), bureau)).toEqual([
      'registered',
    ]);
    expect(registrationStepsOf(at('suspended', DISTRICT_THEN_CITY), bureau)).toEqual([]);
    expect(registrationStepsOf(at('suspended', []), by('concrete_admin'))).toEqual([
      'registered',
      'cancelled',
    ]);
  });

  it('are due to nobody before and after the review', () => {
    const outside = ['draft', 'registered', 'sent_back', 'suspended', 'cancelled'] as const;

    expect(outside.map((state) => dueReviewOf(at(state)))).toEqual(outside.map(() => null));
  });
});

describe('mayBeCorrected', () => {
  it('is before a review and while it is sent back, and at no other time', () => {
    const states = [
      'draft',
      'submitted',
      'district_reviewed',
      'city_reviewed',
      'registered',
      'sent_back',
      'suspended',
      'cancelled',
    ] as const;

    expect(states.filter(mayBeCorrected)).toEqual(['draft', 'sent_back']);
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
    expect(registrationStepsOf(at(from), by(role))).toEqual(steps);
  });
});
