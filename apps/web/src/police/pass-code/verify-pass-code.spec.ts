import type { PassKeySet } from '@tongyun/contracts';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { passCodeIn, verifyPassCode } from './verify-pass-code.js';

const statement = { n: '202611A12345001', p: '浙A12345', c: 'yellow', iat: 1_795_000_000 };

async function aKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const { x } = await exportJWK(publicKey);
  const shown = { kty: 'OKP', crv: 'Ed25519', x: x!, kid, use: 'sig', alg: 'EdDSA' } as const;
  const sign = (stated: object) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(stated)))
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .sign(privateKey);
  return { shown, sign };
}

describe('a code read without a signal', () => {
  it('tells what it states, by the keys that the page has kept', async () => {
    const [old, current] = [await aKey('old'), await aKey('current')];
    const keys: PassKeySet = { keys: [current.shown, old.shown] };

    const genuine = { state: 'genuine', statement };

    expect(await verifyPassCode(await old.sign(statement), keys)).toEqual(genuine);
    expect(await verifyPassCode(await current.sign(statement), keys)).toEqual(genuine);
  });

  it('is forged when another has signed it, it was changed, or it is no code at all', async () => {
    const [ours, theirs] = [await aKey('k'), await aKey('k')];
    const forged = { state: 'forged' };
    const keys: PassKeySet = { keys: [ours.shown] };
    const [header, , seal] = (await ours.sign(statement)).split('.');
    const other = btoa(JSON.stringify({ ...statement, n: '1', p: null }));

    expect(await verifyPassCode(await theirs.sign(statement), keys)).toEqual(forged);
    expect(await verifyPassCode(`${header}.${other}.${seal}`, keys)).toEqual(forged);
    expect(await verifyPassCode('scanned something else', keys)).toEqual(forged);
    expect(await verifyPassCode(await ours.sign({ hello: 1 }), keys)).toEqual(forged);
  });
});

describe('a code signed by a key that the page does not have', () => {
  it('is not taken for forged: the key may be newer than those that were kept', async () => {
    const [kept, newer] = [await aKey('kept'), await aKey('newer')];

    expect(await verifyPassCode(await newer.sign(statement), { keys: [kept.shown] })).toEqual({
      state: 'unknown',
    });
  });
});

describe('passCodeIn', () => {
  it.each([
    { hash: '#pass=a.b.c', code: 'a.b.c' },
    { hash: '', code: null },
    { hash: '#other=1', code: null },
  ])('finds $code in “$hash”', ({ hash, code }) => {
    expect(passCodeIn(hash)).toBe(code);
  });
});
