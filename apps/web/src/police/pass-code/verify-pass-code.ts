import {
  PASS_CODE_FRAGMENT,
  type PassKeySet,
  passStatement,
  type PassStatement,
} from '@tongyun/contracts';
import { compactVerify, createLocalJWKSet, errors } from 'jose';

/**
 * What a code turned out to be. `unknown`: signed by a key that is not among those given, or by
 * means that this browser does not have.
 */
export type ReadCode =
  | { readonly state: 'genuine'; readonly statement: PassStatement }
  | { readonly state: 'forged' | 'unknown' };

/**
 * Verifies a code by the keys given. A genuine one says that the paper is genuine, and nothing of
 * whether the vehicle may pass.
 */
export async function verifyPassCode(code: string, keys: PassKeySet): Promise<ReadCode> {
  try {
    const { payload } = await compactVerify(code, createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
    });
    return { state: 'genuine', statement: readStatement(payload) };
  } catch (error) {
    return { state: isForgery(error) ? 'forged' : 'unknown' };
  }
}

const readStatement = (payload: Uint8Array): PassStatement => {
  const stated = passStatement.safeParse(JSON.parse(new TextDecoder().decode(payload)));
  if (!stated.success) throw new errors.JWSInvalid('not the statement of a pass');
  return stated.data;
};

const isForgery = (error: unknown): boolean =>
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JOSEAlgNotAllowed;

/** The code in the address of the page, `#pass=…`; null when there is none. */
export const passCodeIn = (hash: string): string | null =>
  new URLSearchParams(hash.replace(/^#/, '')).get(PASS_CODE_FRAGMENT);
