import { findCreditSteps, findGradesOnAppeal } from './credit-steps.js';

const MANAGER = ['credit.read', 'credit.self_evaluate', 'credit.appeal'];
const ADMINISTRATION = ['credit.read', 'credit.decide'];
const credit = { grade: null, hasOpenAppeal: false, areOrdersBlocked: false, assessments: [] };
const evaluated = {
  year: 2025,
  selfScore: 90,
  selfStatement: 'in order',
  selfAt: '2026-01-05T00:00:00Z',
  selfFiles: [],
  score: 80,
  visitOn: '2026-01-20',
  visitReport: 'seen',
  evaluatedAt: '2026-01-21T00:00:00Z',
  files: [],
  version: 2,
};

const decided = (kind: 'grade' | 'appeal', year: number, grade: 'qualified' | 'good' | null) => ({
  id: `${kind} ${year} ${grade}`,
  kind,
  year,
  grade,
  gradeBefore: null,
  reason: 'as found',
  decidedBy: 'somebody',
  decidedAt: '2026-01-21T00:00:00Z',
});

describe('findGradesOnAppeal', () => {
  it('are those above the grade of the year that is appealed against', () => {
    const appeal = decided('appeal', 2025, null);
    const decisions = [
      decided('grade', 2026, 'good'),
      appeal,
      decided('grade', 2025, 'qualified'),
      decided('grade', 2025, 'good'),
    ];

    expect(findGradesOnAppeal({ decisions })).toEqual(['excellent', 'good']);
    expect(findGradesOnAppeal({ decisions: [] })).toEqual([]);
  });
});

describe('findCreditSteps', () => {
  it('begins with the enterprise’s own word', () => {
    expect(findCreditSteps(credit, MANAGER)).toEqual(['self_evaluate']);
    expect(findCreditSteps(credit, ADMINISTRATION)).toEqual([]);
  });

  it('lets the administration evaluate what was stated, and grade what was evaluated', () => {
    const stated = { ...evaluated, evaluatedAt: null };

    expect(findCreditSteps({ ...credit, assessments: [stated] }, ADMINISTRATION)).toEqual([
      'evaluate',
    ]);
    expect(findCreditSteps({ ...credit, assessments: [evaluated] }, ADMINISTRATION)).toEqual([
      'grade',
    ]);
  });

  it('lets no enterprise decide on itself', () => {
    const blocked = { ...credit, areOrdersBlocked: true, hasOpenAppeal: true };
    const stated = { ...evaluated, evaluatedAt: null };

    expect(findCreditSteps({ ...blocked, assessments: [stated, evaluated] }, MANAGER)).toEqual([
      'self_evaluate',
    ]);
  });

  it('takes one appeal at a time, and its answer', () => {
    const failed = { ...credit, grade: 'failed' as const, areOrdersBlocked: true };
    const appealed = { ...failed, hasOpenAppeal: true };

    expect(findCreditSteps(failed, MANAGER)).toContain('appeal');
    expect(findCreditSteps(appealed, MANAGER)).not.toContain('appeal');
    expect(findCreditSteps(appealed, ADMINISTRATION)).toEqual(['answer', 'allow']);
  });
});
