import { loanStepsFrom } from './loan-steps.js';

describe('an offered vehicle', () => {
  it('is accepted by who asked, and taken back by who offered it', () => {
    expect(loanStepsFrom('offered', ['borrower'], false)).toEqual(['accepted', 'declined']);
    expect(loanStepsFrom('offered', ['lender'], false)).toEqual(['withdrawn']);
  });

  it('is an agreement once accepted: given back by who borrowed, asked for by who lent', () => {
    expect(loanStepsFrom('accepted', ['borrower'], false)).toEqual(['returned']);
    expect(loanStepsFrom('accepted', ['lender'], false)).toEqual(['recalled']);
  });

  it('that is asked back is given back or kept by who borrowed, and nobody else', () => {
    expect(loanStepsFrom('recalled', ['borrower'], false)).toEqual(['returned', 'accepted']);
    expect(loanStepsFrom('recalled', ['lender'], false)).toEqual(['accepted']);
  });

  it.each(['accepted', 'recalled'] as const)('is back by itself at its date (%s)', (state) => {
    expect(loanStepsFrom(state, ['borrower', 'lender'], true)).toEqual([]);
  });
});
