import { compareGrades } from './compare-grades.js';

describe('compareGrades', () => {
  it.each([
    { carried: 'C30', ordered: 'C30', is: 'same', why: 'the very same' },
    { carried: 'C35', ordered: 'C30', is: 'better', why: 'stronger' },
    { carried: 'C30', ordered: 'C35', is: 'too_low', why: 'weaker' },
    { carried: 'C30 P8', ordered: 'C30', is: 'better', why: 'a mark that nobody ordered' },
    { carried: 'C30 P8', ordered: 'C30 P6', is: 'better', why: 'P8 stands for P6' },
    { carried: 'C30 P6', ordered: 'C30 P8', is: 'lacks_marks', why: 'P6 does not for P8' },
    { carried: 'C40', ordered: 'C30 P6', is: 'lacks_marks', why: 'strength is not tightness' },
    { carried: 'C30 细石', ordered: 'C30 细石', is: 'same', why: 'a word as mark' },
    { carried: 'C30', ordered: 'C30 细石', is: 'lacks_marks', why: 'the word is missing' },
    { carried: 'C35-P8', ordered: 'C30 P6', is: 'better', why: 'marks behind a hyphen' },
  ])('of $carried for $ordered is $is: $why', ({ carried, ordered, is }) => {
    expect(compareGrades(carried, ordered)).toMatchObject({ is });
  });

  it('says by how much it is better, and which marks lack', () => {
    expect(compareGrades('C40', 'C30')).toEqual({ is: 'better', byMpa: 10 });
    expect(compareGrades('C40', 'C30 P6 细石')).toEqual({
      is: 'lacks_marks',
      marks: ['P6', '细石'],
    });
  });
});
