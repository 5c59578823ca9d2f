import { maskPhone, mayCallDrivers } from './shown-phone.js';

describe('a driver’s phone number', () => {
  it.each([
    { phone: '13800001234', shown: '138****1234', why: 'a mobile number' },
    { phone: '+8613800001234', shown: '+86****1234', why: 'one with its country' },
    { phone: '1234567', shown: '****', why: 'one too short to hide a part of' },
  ])('is masked as $shown ($why)', ({ phone, shown }) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it.each([
    { roles: ['dispatcher'] as const, may: true, why: 'calls his drivers' },
    { roles: ['auditor'] as const, may: false, why: 'reads only' },
    { roles: ['commission'] as const, may: false, why: 'reads only' },
    { roles: ['auditor', 'concrete_admin'] as const, may: true, why: 'one role is enough' },
  ])('is shown whole to $roles: $may ($why)', ({ roles, may }) => {
    expect(mayCallDrivers(roles)).toBe(may);
  });
});
