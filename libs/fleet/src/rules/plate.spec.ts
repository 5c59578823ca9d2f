import { isPlate, normalisePlate } from './plate.js';

describe('normalisePlate', () => {
  it.each([
    { typed: '浙a12345', why: 'small letters' },
    { typed: ' 浙A 12345\t', why: 'blanks' },
    { typed: '浙A·12345', why: 'the dot that plates are printed with' },
    { typed: '浙Ａ１２３４５', why: 'full-width letters and digits' },
    { typed: '浙A12345\0\0', why: 'padding that terminals leave' },
  ])('writes "$typed" as 浙A12345 ($why)', ({ typed }) => {
    expect(normalisePlate(typed)).toBe('浙A12345');
  });
});

describe('isPlate', () => {
  it.each([
    { plateNo: '浙A12345', color: 'yellow', is: true, why: 'seven places' },
    { plateNo: '浙A1B2C3', color: 'yellow', is: true, why: 'letters among digits' },
    { plateNo: '浙A1234挂', color: 'yellow', is: true, why: 'a trailer' },
    { plateNo: '浙A1234学', color: 'yellow', is: true, why: 'of a driving school' },
    { plateNo: '浙A12345挂', color: 'yellow', is: false, why: 'the mark is the last of seven' },
    { plateNo: '浙A1234挂', color: 'blue', is: false, why: 'a trailer’s is yellow' },
    { plateNo: '浙A123456', color: 'yellow', is: false, why: 'eight places are new-energy' },
    { plateNo: '浙A1234', color: 'yellow', is: false, why: 'a place is missing' },
    { plateNo: '浙AI2345', color: 'yellow', is: false, why: 'no plate has an I' },
    { plateNo: '浙O12345', color: 'yellow', is: false, why: 'no city has an O' },
    { plateNo: 'ZA12345', color: 'yellow', is: false, why: 'no province' },
    { plateNo: '浙A12345D', color: 'yellow_green', is: true, why: 'pure electric, last place' },
    { plateNo: '浙A12345K', color: 'yellow_green', is: true, why: 'the last of the letters' },
    { plateNo: '浙AD12345', color: 'yellow_green', is: false, why: 'that is a small vehicle' },
    { plateNo: '浙A12345L', color: 'yellow_green', is: false, why: 'L is no energy letter' },
    { plateNo: '浙AD12345', color: 'green', is: true, why: 'small new-energy, letter first' },
    { plateNo: '浙A12345D', color: 'green', is: false, why: 'that is a large vehicle' },
    { plateNo: '浙A12345', color: null, is: true, why: 'some colour has it' },
    { plateNo: '浙A12345D', color: null, is: true, why: 'some colour has it' },
    { plateNo: '', color: null, is: false, why: 'nothing was stated' },
    { plateNo: '测试', color: null, is: false, why: 'a fitter typed words' },
  ] as const)('says $is for $plateNo in $color ($why)', ({ plateNo, color, is }) => {
    expect(isPlate(plateNo, color)).toBe(is);
  });
});
