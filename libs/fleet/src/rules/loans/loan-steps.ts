export type LoanState = 'offered' | 'accepted' | 'declined' | 'withdrawn';
export type LoanSide = 'borrower' | 'lender';

const STEPS: Readonly<Record<LoanState, Readonly<Record<LoanSide, readonly LoanState[]>>>> = {
  offered: { borrower: ['accepted', 'declined'], lender: ['withdrawn'] },
  accepted: { borrower: [], lender: [] },
  declined: { borrower: [], lender: [] },
  withdrawn: { borrower: [], lender: [] },
};

/**
 * The states that one side may give an offered vehicle next. What is accepted is an agreement: it
 * ends by its date.
 */
export const loanStepsFrom = (state: LoanState, sides: readonly LoanSide[]): LoanState[] =>
  sides.flatMap((side) => [...STEPS[state][side]]);
