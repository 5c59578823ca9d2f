import {
  at,
  aVehicle,
  aZone,
  daily,
  someFacts,
} from '../../../../test/support/permission-facts.js';
import { judge } from '../judge.js';

const morning = { from: at('09:00'), to: at('11:00') };

describe('registration', () => {
  it.each([
    { state: 'registered', code: undefined },
    { state: null, code: 'not_registered' },
    { state: 'draft', code: 'not_registered' },
    { state: 'submitted', code: 'not_registered' },
    { state: 'district_reviewed', code: 'not_registered' },
    { state: 'sent_back', code: 'not_registered' },
    { state: 'cancelled', code: 'not_registered' },
    { state: 'suspended', code: 'registration_suspended' },
  ])('in state $state gives $code', ({ state, code }) => {
    const vehicle = aVehicle({ registrationState: state });

    expect(judge(someFacts({ vehicle }), morning).map((reason) => reason.code)).toEqual(
      code ? [code] : [],
    );
  });

  it.each(['cancelled', 'suspended'])('that is %s bars the road in a binding zone', (state) => {
    const vehicle = aVehicle({ registrationState: state });

    expect(judge(someFacts({ vehicle }), morning)).toMatchObject([
      { effect: 'forbids_road', overridableBy: [], compared: { zones: ['主城区'] } },
    ]);
  });

  it.each([
    { why: 'outside of every zone', zones: [] },
    { why: 'in a zone for pumps', zones: [aZone({ binds: ['boom_pump'] })] },
    { why: 'in a zone that binds at night', zones: [aZone({ hours: [daily('22:00', '05:00')] })] },
  ])('that is missing bars the work alone $why', ({ zones }) => {
    const vehicle = aVehicle({ registrationState: null, isProvisional: true });
    const facts = someFacts({ vehicle, zones: zones.map((zone) => ({ zone, stay: null })) });

    expect(judge(facts, morning)).toMatchObject([
      {
        code: 'not_registered',
        effect: 'forbids_work',
        sentence: { 'zh-CN': '浙A12345未备案', en: '浙A12345 is not registered' },
        compared: { isProvisional: true, registrationState: null },
      },
    ]);
  });

  it('calls what has no plate by what it is', () => {
    const vehicle = aVehicle({ kind: 'trailer_pump', plateNo: null, registrationState: null });

    expect(judge(someFacts({ vehicle, zones: [] }), morning)[0]!.sentence).toEqual({
      'zh-CN': '该设备（无号牌）未备案',
      en: 'This equipment (no plate) is not registered',
    });
  });
});
