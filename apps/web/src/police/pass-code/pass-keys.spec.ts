import type { PassKeySet } from '@tongyun/contracts';
import { keepPassKeys, readPassKeys } from './pass-keys.js';

const NOON = new Date('2026-11-22T04:00:00Z');
const KEYS: PassKeySet = {
  keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'eA', kid: 'k', use: 'sig', alg: 'EdDSA' }],
};

function aStorage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

describe('the public keys on an officer’s phone', () => {
  it('are kept with the time at which they were given', () => {
    const storage = aStorage();
    keepPassKeys(storage, KEYS, NOON);

    expect(readPassKeys(storage)).toEqual({ keys: KEYS, givenAt: NOON.toISOString() });
  });

  it.each([null, 'no keys', JSON.stringify(KEYS), JSON.stringify({ keys: KEYS, givenAt: 'once' })])(
    'are none where %s is kept: of keys without an age nobody can say what they are worth',
    (text) => {
      expect(readPassKeys(aStorage(text))).toBeNull();
    },
  );
});
