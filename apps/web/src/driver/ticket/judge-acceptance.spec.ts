import { type AcceptanceFields, findAcceptanceFault } from './judge-acceptance.js';

const fields: AcceptanceFields = {
  signedM3: 12,
  refusedM3: null,
  refusedReason: '',
  returnedM3: null,
  signerName: '李工',
  hasSignature: true,
};

describe('findAcceptanceFault', () => {
  it('finds nothing against a whole load that is signed for', () => {
    expect(findAcceptanceFault(fields, 12)).toBeNull();
  });

  it.each<{ change: Partial<AcceptanceFields>; fault: string }>([
    { change: { refusedM3: 8, returnedM3: 5 }, fault: 'tooMuch' },
    { change: { signedM3: 11 }, fault: 'saysLess' },
    { change: { signedM3: null }, fault: 'saysLess' },
    { change: { signedM3: 10, refusedM3: 2, refusedReason: ' ' }, fault: 'needsReason' },
    { change: { signerName: ' ' }, fault: 'needsName' },
    { change: { hasSignature: false }, fault: 'needsSignature' },
  ])('says $fault', ({ change, fault }) => {
    expect(findAcceptanceFault({ ...fields, ...change }, 12)).toBe(fault);
  });

  it('takes a part that went back, with the reason', () => {
    const part = { ...fields, signedM3: 9, refusedM3: 2, refusedReason: '离析', returnedM3: 1 };

    expect(findAcceptanceFault(part, 12)).toBeNull();
  });
});
