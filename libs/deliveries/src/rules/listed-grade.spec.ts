import { isListedGrade } from './listed-grade.js';

describe('isListedGrade', () => {
  it.each([
    { grade: 'C30', is: true, why: 'as it is listed' },
    { grade: 'C30 P8', is: true, why: 'with what the contract adds' },
    { grade: 'C30-P8', is: true, why: 'however it is added' },
    { grade: 'C35', is: false, why: 'another class' },
    { grade: 'C3', is: false, why: 'the beginning of one' },
    { grade: 'M7.5', is: true, why: 'a mortar with a point in it' },
  ])('says $is of $grade ($why)', ({ grade, is }) => {
    expect(isListedGrade(grade, ['C30', 'M7.5'])).toBe(is);
  });
});
