import { reasonCode } from '@tongyun/contracts';
import { aDriver, at, aVehicle, aWork, someFacts } from '../../../test/support/permission-facts.js';
import { judge } from './judge.js';
import { forbids, REASON_CODES } from './reason.js';

const morning = { from: at('09:00'), to: at('11:00') };

describe('judge', () => {
  it('has nothing to say against a vehicle in order', () => {
    expect(judge(someFacts(), morning)).toEqual([]);
  });

  it('gives every reason, those of the road first', () => {
    const facts = someFacts({
      vehicle: aVehicle({ registrationState: null, passes: [], ownerEnterpriseId: 'other' }),
      driver: aDriver({ trainings: [], isOnDuty: false }),
      work: aWork({ isEnterpriseBarred: true, loadM3: 13, isLoaded: true }),
    });

    const reasons = judge(facts, morning);

    expect(reasons.map(({ code }) => code)).toEqual([
      'not_registered',
      'no_pass',
      'overload',
      'enterprise_barred',
      'undeclared_use',
      'untrained_skill',
      'untrained_safety',
      'driver_off_duty',
    ]);
    expect(reasons.every(({ policyVersion }) => policyVersion === '2026-1')).toBe(true);
    expect(reasons.every((reason) => !('during' in reason))).toBe(true);
  });

  it('judges an instant by the moment it is', () => {
    const vehicle = aVehicle({ passes: [{ ...aVehicle().passes[0]!, validTo: at('10:00') }] });

    const before = new Date(at('10:00').getTime() - 1);
    expect(judge(someFacts({ vehicle }), { from: before, to: before })).toEqual([]);
    expect(judge(someFacts({ vehicle }), { from: at('10:00'), to: at('10:00') })).toMatchObject([
      { code: 'pass_expired' },
    ]);
  });

  it('asks nothing of work or driver where only the road is asked about', () => {
    const facts = someFacts({ driver: null, work: null, vehicle: aVehicle({ passes: [] }) });

    expect(judge(facts, morning).map(({ effect }) => effect)).toEqual(['forbids_road']);
  });
});

describe('forbids', () => {
  it('tells the two effects apart', () => {
    const reasons = judge(someFacts({ driver: aDriver({ isOnDuty: false }) }), morning);

    expect(forbids(reasons, 'forbids_work')).toBe(true);
    expect(forbids(reasons, 'forbids_road')).toBe(false);
  });
});

describe('REASON_CODES', () => {
  it('are those of the contract', () => {
    expect([...REASON_CODES]).toEqual(reasonCode.options);
  });
});
