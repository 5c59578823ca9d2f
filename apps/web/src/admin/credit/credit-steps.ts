import { creditGrade, type EnterpriseCreditView } from '@tongyun/contracts';

export type CreditStep = 'self_evaluate' | 'evaluate' | 'grade' | 'appeal' | 'answer' | 'allow';

const NEEDS: Readonly<Record<CreditStep, string>> = {
  self_evaluate: 'credit.self_evaluate',
  evaluate: 'credit.decide',
  grade: 'credit.decide',
  appeal: 'credit.appeal',
  answer: 'credit.decide',
  allow: 'credit.decide',
};

type Standing = Pick<
  EnterpriseCreditView,
  'grade' | 'hasOpenAppeal' | 'areOrdersBlocked' | 'assessments'
>;

const FITS: Readonly<Record<CreditStep, (credit: Standing) => boolean>> = {
  self_evaluate: () => true,
  evaluate: ({ assessments }) => assessments.some(({ evaluatedAt }) => evaluatedAt === null),
  grade: ({ assessments }) => assessments.some(({ evaluatedAt }) => evaluatedAt !== null),
  appeal: ({ grade, hasOpenAppeal }) => grade !== null && !hasOpenAppeal,
  answer: ({ hasOpenAppeal }) => hasOpenAppeal,
  allow: ({ areOrdersBlocked }) => areOrdersBlocked,
};

/** The grades, best first, that an appeal can be upheld with: those above what its year has. */
export function findGradesOnAppeal({
  decisions,
}: Pick<EnterpriseCreditView, 'decisions'>): readonly string[] {
  const appeal = decisions.find(({ kind }) => kind === 'appeal');
  const had = decisions.find(({ year, grade }) => year === appeal?.year && grade !== null)?.grade;
  return had ? creditGrade.options.slice(0, creditGrade.options.indexOf(had)) : [];
}

/** What somebody with these permissions can do on an enterprise's credit as it stands. */
export const findCreditSteps = (
  credit: Standing,
  permissions: readonly string[],
): readonly CreditStep[] =>
  (Object.keys(NEEDS) as CreditStep[]).filter(
    (step) => permissions.includes(NEEDS[step]) && FITS[step](credit),
  );
