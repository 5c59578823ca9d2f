import { ApiRefusal } from '../../api/api-refusal.js';
import { findCurrentState } from './current-state.js';

const aRefusal = (code: string, details: Record<string, unknown>) =>
  new ApiRefusal(409, { code, message: '', details });

describe('findCurrentState', () => {
  it('finds what the row has become', () => {
    const error = aRefusal('VERSION_CONFLICT', {
      version: 3,
      current: { id: 'x', state: 'suspended', version: 3 },
    });

    expect(findCurrentState(error)).toEqual({ state: 'suspended', version: 3 });
  });

  it('finds where it may go from there, when it is told', () => {
    const current = { state: 'submitted', version: 1, nextStates: ['sent_back'] };

    expect(findCurrentState(aRefusal('VERSION_CONFLICT', { current }))).toEqual(current);
  });

  it.each([
    {
      error: aRefusal('PASS_STEP_INVALID', { current: { state: 'a', version: 1 } }),
      why: 'no conflict',
    },
    { error: aRefusal('VERSION_CONFLICT', {}), why: 'nothing is told' },
    { error: new Error('x'), why: 'no refusal' },
    { error: null, why: 'no error' },
  ])('finds nothing when there is $why', ({ error }) => {
    expect(findCurrentState(error)).toBeNull();
  });
});
