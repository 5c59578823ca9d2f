import { alarmBitsOf } from './use-alarm-names.js';

describe('alarmBitsOf', () => {
  it.each([
    { value: 1, unit: 'alarm_bits', bits: [0], why: 'the emergency button' },
    { value: 2 ** 31 + 2 ** 26, unit: 'alarm_bits', bits: [26, 31], why: 'the uppermost bit too' },
    { value: 30, unit: 'km/h', bits: null, why: 'a speed' },
    { value: null, unit: 'alarm_bits', bits: null, why: 'nothing was kept' },
  ])('reads $bits of $value $unit ($why)', ({ bits, ...measured }) => {
    expect(alarmBitsOf(measured)).toEqual(bits);
  });
});
