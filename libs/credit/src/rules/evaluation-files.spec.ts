import {
  type EvaluationFileFault,
  type EvaluationSide,
  type FiledYear,
  findEvaluationFileFault,
} from './evaluation-files.js';

const at = new Date('2026-11-23T02:00:00Z');
const said = { selfAt: at, evaluatedAt: null };
const evaluated = { selfAt: at, evaluatedAt: at };

describe('the files of a year', () => {
  it.each<{
    side: EvaluationSide;
    year: FiledYear | null;
    isGraded: boolean;
    fault: EvaluationFileFault | null;
    why: string;
  }>([
    {
      side: 'self',
      year: null,
      isGraded: false,
      fault: 'CREDIT_SELF_EVALUATION_MISSING',
      why: 'nothing was said',
    },
    { side: 'self', year: said, isGraded: false, fault: null, why: 'said, not visited yet' },
    {
      side: 'self',
      year: evaluated,
      isGraded: false,
      fault: 'CREDIT_YEAR_EVALUATED',
      why: 'the visit was held against what there was',
    },
    {
      side: 'visit',
      year: said,
      isGraded: false,
      fault: 'CREDIT_NOT_EVALUATED',
      why: 'nobody has visited',
    },
    { side: 'visit', year: evaluated, isGraded: false, fault: null, why: 'visited, not graded' },
    {
      side: 'visit',
      year: evaluated,
      isGraded: true,
      fault: 'CREDIT_YEAR_GRADED',
      why: 'the grade rests on what there was',
    },
  ])('$side: $fault ($why)', ({ side, year, isGraded, fault }) => {
    expect(findEvaluationFileFault(side, year, isGraded)).toBe(fault);
  });
});
