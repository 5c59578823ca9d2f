import { chooseOfOnePlate } from './of-one-plate.js';

const aBearer = (registrationState: string | null) => ({ registrationState });

describe('chooseOfOnePlate', () => {
  const registered = aBearer('registered');

  it.each([null, 'draft', 'submitted', 'sent_back', 'cancelled'])(
    'takes the registered vehicle beside one that is %s',
    (state) => {
      expect(chooseOfOnePlate([aBearer(state), registered])).toBe(registered);
    },
  );

  it('takes one that is suspended beside a draft', () => {
    const suspended = aBearer('suspended');

    expect(chooseOfOnePlate([suspended, aBearer('draft')])).toBe(suspended);
  });

  it('takes the only one, whatever its state', () => {
    const draft = aBearer('draft');

    expect(chooseOfOnePlate([draft])).toBe(draft);
  });

  it.each([
    ['registered', 'suspended'],
    ['draft', null],
  ])('does not guess between one that is %s and one that is %s', (...states) => {
    expect(chooseOfOnePlate(states.map(aBearer))).toBeNull();
  });

  it('has none where none was entered', () => {
    expect(chooseOfOnePlate([])).toBeNull();
  });
});
