import { terminalNumberOf } from './header.js';

describe('terminalNumberOf', () => {
  it.each([
    { phone: '013912340001', number: '13912340001', why: '2013' },
    { phone: '00000000013912340001', number: '13912340001', why: '2019, the same terminal' },
    { phone: '4f07788ef676', number: '4f07788ef676', why: 'a vendor that sends no digits' },
    { phone: '000000000000', number: '0', why: 'nothing set' },
  ])('knows $phone as $number ($why)', ({ phone, number }) => {
    expect(terminalNumberOf(phone)).toBe(number);
  });
});
