export type LoanState = 'offered' | 'accepted' | 'recalled' | 'returned' | 'declined' | 'withdrawn';
export type LoanSide = 'borrower' | 'lender';

const NONE = { borrower: [], lender: [] } as const;
const STEPS: Readonly<Record<LoanState, Readonly<Record<LoanSide, readonly LoanState[]>>>> = {
  offered: { borrower: ['accepted', 'declined'], lender: ['withdrawn'] },
  accepted: { borrower: ['returned'], lender: ['recalled'] },
  recalled: { borrower: ['returned', 'accepted'], lender: ['accepted'] },
  returned: NONE,
  declined: NONE,
  withdrawn: NONE,
};

/** A vehicle that is asked back is lent until it is given back. */
export const LENT_STATES = ['accepted', 'recalled'] as const satisfies readonly LoanState[];

/**
 * The states that one side may give an offered vehicle next. What is accepted is an agreement: who
 * borrowed gives the vehicle back before its date, who lent it can but ask for it.
 *
 * @param isOver its date has come: it is back by itself
 */
export const loanStepsFrom = (
  state: LoanState,
  sides: readonly LoanSide[],
  isOver: boolean,
): LoanState[] => {
  const isLent = LENT_STATES.some((lent) => lent === state);
  return isLent && isOver ? [] : sides.flatMap((side) => [...STEPS[state][side]]);
};
