import { loanStepsFrom } from './loan-steps.js';

describe('an offered vehicle', () => {
  it('is accepted by who asked, and taken back by who offered it', () => {
    expect(loanStepsFrom('offered', ['borrower'])).toEqual(['accepted', 'declined']);
    expect(loanStepsFrom('offered', ['lender'])).toEqual(['withdrawn']);
  });

  it('is an agreement once accepted: nobody takes it back by himself', () => {
    expect(loanStepsFrom('accepted', ['borrower', 'lender'])).toEqual([]);
  });
});
