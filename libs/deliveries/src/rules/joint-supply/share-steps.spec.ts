import { shareStepsFrom, sideForStep } from './share-steps.js';

describe('a share of a pour', () => {
  it('is answered by the partner alone, and taken back by the lead', () => {
    expect(shareStepsFrom('offered', 'partner')).toEqual(['accepted', 'declined']);
    expect(shareStepsFrom('offered', 'lead')).toEqual(['withdrawn']);
  });

  it('can be given back by either side once it is agreed', () => {
    expect(sideForStep('accepted', 'withdrawn', ['lead'])).toBe('lead');
    expect(sideForStep('accepted', 'withdrawn', ['partner'])).toBe('partner');
  });

  it('stays as it ended', () => {
    expect(sideForStep('declined', 'accepted', ['lead', 'partner'])).toBeNull();
    expect(sideForStep('withdrawn', 'offered', ['lead', 'partner'])).toBeNull();
  });

  it('is not answered by who offered it', () => {
    expect(sideForStep('offered', 'accepted', ['lead'])).toBeNull();
  });
});
